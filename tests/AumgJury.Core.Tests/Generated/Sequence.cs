using System.Text.Json.Nodes;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Generated;

/// <summary>The distinct views that one seat is sent over a history, one after the other.</summary>
/// <param name="whole">The declared "has submitted" stays in.</param>
internal sealed class Sequence(string seat, bool whole = false)
{
    private readonly List<string> _views = [];

    private readonly List<string> _beside = [];

    public IReadOnlyList<string> Views => _views;

    /// <summary>The distinct views of the seat's second device, which only marks; none but for jurors.</summary>
    public IReadOnlyList<string> Beside => _beside;

    /// <summary>The distinct answers that a seat outside the jury's room would get to every command, one after the other.</summary>
    public List<string> Answers { get; } = [];

    /// <summary>Keeps the view when it differs from the one before, as Watch does.</summary>
    public void See(Play p)
    {
        if (!p.State.IsOpen)
        {
            return;
        }

        if (!Small.Jurors.Contains(seat) && seat != "SEC" && Kit.Answers.Of(p, seat) is var answers && (Answers.Count == 0 || Answers[^1] != answers))
        {
            Answers.Add(answers);
        }

        var kept = Kept(p.Json(seat));
        if (_views.Count == 0 || _views[^1] != kept)
        {
            _views.Add(kept);
        }

        // A juror's second device is held to the same.
        if (Small.Jurors.Contains(seat) && Kept(Play.Json(p.State.MarksView(seat))) is var beside && (_beside.Count == 0 || _beside[^1] != beside))
        {
            _beside.Add(beside);
        }
    }

    private string Kept(string view) => !whole && view.Contains("\"submissions\":", StringComparison.Ordinal) ? WithoutSubmitted(view) : view;

    /// <summary>The declared "has submitted", in a second round "has submitted again", is taken out, with what the chair's button says of it; nothing else is.</summary>
    private static string WithoutSubmitted(string view)
    {
        var root = JsonNode.Parse(view)!.AsObject();
        Blank(root);
        return root.ToJsonString();
    }

    private static void Blank(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Blank(item);
            }
        }

        if (node is not JsonObject o)
        {
            return;
        }

        if (o.ContainsKey("awaitedSeats"))
        {
            (o["submitted"], o["awaited"], o["awaitedSeats"], o["submittedCount"], o["awaitedCount"], o["carried"]) = (null, null, null, null, null, null);
        }

        if (o["act"]?.GetValue<int>() == (int)Core.Views.ActName.Reveal && o.ContainsKey("blocked"))
        {
            (o["blocked"], o["details"]) = (null, null);
        }

        foreach (var (_, child) in o.ToArray())
        {
            Blank(child);
        }
    }
}
