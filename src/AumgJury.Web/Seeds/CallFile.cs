using AumgJury.Core.Calls;

namespace AumgJury.Web.Seeds;

/// <summary>What <c>call.json</c> holds: a <see cref="CallDefinition"/> without the parts that have a file of their own.</summary>
internal sealed record CallFile(
    string Id,
    string Title,
    string Organisation,
    int Wave,
    DateTimeOffset? DemoStart,
    DateOnly SittingDate,
    string TimeZone,
    string Contact,
    string Phone,
    int Posts,
    decimal MonthlyAmount,
    decimal Envelope,
    Prerequisite[] Prerequisites,
    University[] Universities);
