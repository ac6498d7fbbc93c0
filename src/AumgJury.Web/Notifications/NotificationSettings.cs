namespace AumgJury.Web.Notifications;

/// <summary>What the notifications say that no call holds; a legal service confirms it.</summary>
/// <param name="Court">
/// The court to which one may turn, with its article and address: "le tribunal administratif de …". Empty for the general rule
/// (the court of the authority's seat, CJA R312-1).
/// </param>
/// <param name="StartOfDuty">The day on which posts are taken up; null for the 1st of November that follows the sitting (S1-30).</param>
public sealed record NotificationSettings(string Court, DateOnly? StartOfDuty)
{
    /// <summary>Reads <c>Notifications:Court</c> and <c>Notifications:StartOfDuty</c> (such as 2021-11-01).</summary>
    public static NotificationSettings From(IConfiguration configuration) => new(
        configuration["Notifications:Court"] ?? string.Empty,
        configuration.GetValue<DateOnly?>("Notifications:StartOfDuty"));
}
