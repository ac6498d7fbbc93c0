using AumgJury.Core.Sittings;

namespace AumgJury.Web.Realtime;

/// <summary>What came of an act: its answer, which is on disk, or its refusal; never both.</summary>
public sealed record Sent(Answer? Answer, Refusal? Refusal)
{
    public static Sent Refused(RefusalName name) => new(null, new Refusal(name, null, []));
}
