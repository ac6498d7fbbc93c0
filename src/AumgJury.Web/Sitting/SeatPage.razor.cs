using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AumgJury.Web.Sitting;

/// <summary>
/// The one page of a seat: it subscribes, renders only when the seat's view differs, and hands down the desk and the clock.
/// Whose page it is comes from the session, never from the address.
/// </summary>
public sealed partial class SeatPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly ActPlace _place = new();
    private SeatSession? _me;
    private SeatDesk? _desk;
    private Served? _served;
    private Role _role;
    private bool _revoked;
    private string _phone = string.Empty;
    private LiveRegions? _regions;

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [Inject] private Calls Calls { get; set; } = default!;

    [Inject] private CircuitPresence Presence { get; set; } = default!;

    [Inject] private PageClock Clock { get; set; } = default!;

    [Inject] private Say Say { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        _leaving.Cancel();
        Presence.Gone();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _me = Authentication is null ? null : SeatSession.Of(Calls, (await Authentication).User);
        if (_me is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        var state = _me.Call.Live.Kept;
        Say.Zone = CallZone.Of(state);
        var role = _role = state.Access(_me.Seat).Role;
        _desk = new SeatDesk(_me.Number, role is Role.Chair or Role.Member or Role.Secretary or Role.Authority ? state.Grid : new Grid("", 0, []), _me.Send);
        _desk.Announced += Announce;
        _desk.Hushed += Hush;
        _desk.Changed += Refresh;
        if (role == Role.Secretary)
        {
            _desk.Links = new LinkDesk(command => _me.Send(Guid.NewGuid().ToString("N"), command), new Uri(Navigation.BaseUri).GetLeftPart(UriPartial.Authority));
            _desk.ArchiveNow = () => _me.Holds ? _me.Call.Live.Kept.Archive() : throw new InvalidOperationException("The session has ended.");
        }

        if (role == Role.Chair && state.DemoStart is not null)
        {
            _desk.Demo = new DemoClock(_me.Call.Live.Time);
        }

        _ = Watch(_me);
    }

    // The authority has no seat in the room, whoever was replaced has none any more, and a device that only marks has neither picture nor sound.
    private static bool IsInvited(SeatView view) => view is { IsPerson: true } and not (AuthorityView or GoneView);

    // What the waiting page says: of the grid alone, of a link in place of another, or of a second device.
    private static string Awaited(Served.Waiting waiting) => waiting.MarksOnly ? "WaitingMarks" : waiting.ByNewLink ? "Pending" : "Waiting";

    private static bool IsMutedByMarking(SeatView view) => view switch
    {
        ChairView v => v.Me.MutedWhileMarking,
        MemberView v => v.Me.MutedWhileMarking,
        SecretaryView v => v.Me.MutedWhileMarking,
        _ => false,
    };

    // Kept from the last view: whoever is out has nobody else to ask.
    private static string? PhoneOf(SeatView view) => view switch
    {
        ChairView v => v.Sitting.Phone,
        MemberView v => v.Sitting.Phone,
        SecretaryView v => v.Sitting.Phone,
        MarksView v => v.Sitting.Phone,
        MarksAsideView v => v.Phone,
        PresenterView v => v.Phone,
        OutsideView v => v.Phone,
        DoorView v => v.Phone,
        AuthorityView v => v.Phone,
        _ => null,
    };

    private async Task Watch(SeatSession me)
    {
        using var reader = me.Call.Live.Views.Subscribe(me.Seat, me.Session);
        using var left = _leaving.Token.UnsafeRegister(static r => ((Subscription)r!).End(), reader);
        try
        {
            while (await reader.ComesAsync() && !_leaving.IsCancellationRequested)
            {
                await InvokeAsync(async () =>
                {
                    if (reader.Take() is not { } served)
                    {
                        return;
                    }

                    if (served is not Served.Shown || _served is not Served.Shown)
                    {
                        Presence.Gone();
                    }

                    if (served is Served.Shown { View.IsPerson: true } && _served is not Served.Shown)
                    {
                        Presence.Present(() => me.Call.Presence.Arrive(me.Seat));
                    }
                    else if (served is Served.Waiting)
                    {
                        // A circuit outlives its browser; the place of whoever waits must not.
                        Presence.Present(() => me.Call.Waiting.Arrive(me.Seat, me.Session));
                    }

                    if (served is not Served.Shown)
                    {
                        Hush();
                    }

                    _phone = served is Served.Shown { View: var view } ? PhoneOf(view) ?? _phone : _phone;
                    _revoked = served is Served.Ended { Why: RefusalName.SessionEnded } && me.Call.Live.Kept.Access(me.Seat) is { Link: null, LateLink: false, Session: null, Live: true };
                    if (served is Served.Shown shown)
                    {
                        await Clock.ShowAsync(shown.Clock);
                    }

                    _served = served;
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void Announce(string words, bool assertive) => _regions?.Announce(new Announcement(words, words, assertive));

    private void Hush() => _regions?.Hush();

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
