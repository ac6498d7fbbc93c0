using System.Text;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Setup;

/// <summary>The personal links of a new call, in clear for as long as it takes to write them once.</summary>
internal sealed class PersonalLinks(CallDefinition definition)
{
    private readonly (SeatDefinition Seat, string Secret)[] _links = [.. definition.Seats.Select(seat => (seat, Secret.New()))];

    public int Count => _links.Length;

    /// <summary>What the journal keeps of them.</summary>
    public IssueLink[] Sums => [.. _links.Select(l => new IssueLink(l.Seat.Id, Secret.Sum(l.Secret)))];

    /// <summary>A table that a spreadsheet or a mail merge opens: semicolons, quoted, UTF-8 with its mark.</summary>
    /// <param name="origin">Scheme and host of the links.</param>
    public byte[] Table(string origin, TextsOf<SetupTexts> texts)
    {
        string[][] rows =
        [
            [texts["Column_Seat"], texts["Column_Name"], texts["Column_Capacity"], texts["Column_Email"], texts["Column_Link"]],
            .. _links.Select(l => new[] { l.Seat.Id, l.Seat.Name, l.Seat.Capacity, l.Seat.Email, LinkDesk.AddressOf(origin, l.Secret) }),
        ];
        var text = string.Concat(rows.Select(row => string.Join(';', row.Select(Quoted)) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>A cell that begins as a formula would be calculated by the spreadsheet that opens it, beside the links: an apostrophe makes it text.</summary>
    private static string Quoted(string cell) => $"\"{(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
