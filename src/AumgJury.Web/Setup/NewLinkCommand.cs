using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Setup;

/// <summary>
/// <c>--new-link SEAT [--call ID]</c>: gives a seat a new personal link when nobody can do it from the page, as when the secretary's
/// own is lost. Journaled as the machine's act, not as somebody's.
/// </summary>
internal sealed class NewLinkCommand(HouseOptions house, Disk disk, TimeProvider clock, TextWriter output) : SetupCommand(house, disk, output)
{
    protected override int Work()
    {
        var known = CallFiles.CallsIn(House.DataFolder);
        if (known.Count == 0)
        {
            return Refuse(Texts["NoCall", House.DataFolder]);
        }

        if (House.Call is null && known.Count > 1)
        {
            return Refuse(Texts["WhichCall", string.Join(", ", known)]);
        }

        var id = House.Call ?? known[0];
        return known.Contains(id, StringComparer.Ordinal) ? Issue(id) : Refuse(Texts["UnknownCall", id, House.DataFolder, string.Join(", ", known)]);
    }

    private int Issue(string id)
    {
        using var call = CallOnDisk.Open(Disk, new CallFiles(House.DataFolder, id));
        if (call is null)
        {
            return Refuse(Texts["Broken", id]);
        }

        if (!call.State.IsOpen)
        {
            return Refuse(Texts["NoCall", House.DataFolder]);
        }

        if (call.State.HasEnded)
        {
            return Refuse(Texts["CallOver", id]);
        }

        SeatAccess[] all = [.. call.State.Seats.Select(call.State.Access)];
        if (Array.Find(all, a => a.Seat == House.NewLink && (a.Ended || !a.Live)) is { } over)
        {
            return Refuse(Texts[over.Live ? "SeatOver" : "SeatReplaced", over.Seat, over.Name]);
        }

        SeatAccess[] seats = [.. all.Where(a => a is { Live: true, Ended: false })];
        if (Array.Find(seats, a => a.Seat == House.NewLink) is not { } person)
        {
            return Refuse(Texts["UnknownSeat", House.NewLink!, string.Join(", ", seats.Select(a => $"{a.Seat} ({a.Name})"))]);
        }

        var secret = Secret.New();
        var now = clock.GetUtcNow();
        if (call.Send(Actor.Access, $"new-link-{Secret.Sum(secret)[..32]}", new IssueLink(person.Seat, Secret.Sum(secret)), new Instants(now, now)).Refusal is { } refusal)
        {
            return Refuse(Sentence(refusal));
        }

        Tell(Texts["NewLink", person.Name, person.Seat, person.Capacity]);
        Tell($"  {LinkDesk.AddressOf(House.Address, secret)}");
        Tell(Texts["NewLinkOnce"]);
        NoteAddress();
        return 0;
    }
}
