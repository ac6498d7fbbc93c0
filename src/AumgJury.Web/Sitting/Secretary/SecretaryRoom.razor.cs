using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Notifications;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Chair;
using AumgJury.Web.Sitting.Order;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting.Secretary;

/// <summary>The secretary's room. Which tab is open, what was read and what is being asked are the page's own, no fact of the sitting.</summary>
public sealed partial class SecretaryRoom : IDisposable
{
    /// <summary>The ready answer that one's turn is near.</summary>
    private const string StayReady = "RestezPret";

    private readonly Conducting _conducting = new();
    private readonly UnreadMessages _unread = new();
    private string? _tab;
    private bool _read;
    private bool _sending;
    private bool _released;
    private bool _handing;
    private bool _noting;
    private bool _conducted;
    private bool _lent;
    private (OrderLine[]? Of, int Count) _late;

    /// <summary>What this seat may see now.</summary>
    [Parameter, EditorRequired] public SecretaryView View { get; set; } = default!;

    [CascadingParameter] private SeatDesk Desk { get; set; } = default!;

    [Inject] private MailSettings Mail { get; set; } = default!;

    [CascadingParameter] private SittingClock Clock { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private ConductScene? Conduct => ConductScene.Of(View);

    private bool HasDecisions => View.Sitting.Phase >= Phase.RankingFixed;

    // A tab that went away (the chair took the console back) gives way to the first. None comes by itself because somebody acted.
    private string Tab => _tab is { } tab && Tabs.Any(known => known.Key == tab) ? tab : "people";

    private IReadOnlyList<(string Key, string Words)> Tabs =>
    [
        ("people", T["Tab_people"]),
        ("messages", _unread.Total > 0 ? T["Tab_messages_New", _unread.Total] : T["Tab_messages"]),
        ("order", _late.Count > 0 ? T["Tab_order_Late", _late.Count] : T["Tab_order"]),
        ("sitting", T["Tab_sitting"]),
        .. Conduct is null ? Array.Empty<(string, string)>() : [("conduct", T[_lent ? "Tab_conduct_New" : "Tab_conduct"])],
        .. HasDecisions ? [("decisions", T["Tab_decisions"])] : Array.Empty<(string, string)>(),
    ];

    private string[] Inside => [.. View.People.Where(p => p.Standing == PersonStanding.Present).Select(p => p.Seat)];

    private Submissions? AtHand => View.Submissions.FirstOrDefault(line => line.Dossier == View.Hearing?.AtHand);

    private int Notified => View.Order.Count(line => View.Files.Any(file => file.University == line.University));

    private RenderFragment? ActPart => (Tab, View.Expected.Act) switch
    {
        ("conduct", _) when Conduct is { } scene => Conducts(scene),
        (_, ActName.OpenDoors) => Primary(T["OpenDoors"], null, asks: false, async () => await Desk.Do(new OpenDoors())),
        ("decisions", ActName.ReleaseNotifications) => Primary(T[Mail.ToFiles ? "Write" : "Send"], WhyNotSend, asks: true, () =>
        {
            _sending = true;
            return Task.CompletedTask;
        }),
        ("decisions", ActName.DeclareHandedOver) => Primary(T["HandedOver"], null, asks: true, () =>
        {
            _handing = true;
            return Task.CompletedTask;
        }),
        (_, ActName.ReleaseNotifications) when HasDecisions => Primary(T["Send_Review"], null, asks: false, () =>
        {
            Show("decisions");
            return Task.CompletedTask;
        }),
        _ when View.Sitting.Phase is < Phase.RollCall or > Phase.FinalDeliberation || _noting => null,
        _ when ToWarn is { } next => Primary(T["Warn", next.Name], null, asks: false, async () => await Desk.Do(new SendLine(next.PresenterSeat, StayReady, string.Empty))),
        _ => Primary(T["NoteIncident"], null, asks: false, () =>
        {
            Show("sitting");
            _noting = true;
            return Task.CompletedTask;
        }),
    };

    /// <summary>In the closed room, the University that comes next, while it waits, has not said that it will be late and has not been told to keep ready; null otherwise.</summary>
    private OrderLine? ToWarn => View.Sitting is { Phase: Phase.Hearings, Suspension: null } && View.Hearing is null or { Step: HearingStep.Marking }
        && View.Order.FirstOrDefault(line => line is { Step: HearingStep.Waiting, Dossiers.Length: > 0 }) is { Connected: true, Confirmed: true, SaidLate: false } next
        && View.Threads.FirstOrDefault(thread => thread.With == next.PresenterSeat) is { MayReady: true } thread
        && thread.Messages.All(message => message.Ready != StayReady) ? next : null;

    /// <summary>Universities whose mail is a file that nobody has handed over yet.</summary>
    private string[] Written => [.. View.Notifications.Where(line => line.Delivery is DeliveryLine.Written).Select(line => line.University)];

    private string? WhyNotSend => View.Expected.Blocked is { } blocked ? new RefusalSentence(F, Say).Of(blocked, null, View.Expected.Details)
        : _read ? null
        : T["Send_ReadFirst"];

    /// <inheritdoc />
    public void Dispose() => _conducting.Changed -= ShowForm;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _conducting.Changed += ShowForm;
        _tab = HasDecisions ? "decisions" : "people";
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        foreach (var from in _unread.Take(View.Threads))
        {
            Desk.Announce(T["Messages_Say", from]);
        }

        if (!ReferenceEquals(_late.Of, View.Order))
        {
            var words = new OrderWords(O, Say);
            _late = (View.Order, View.Order.Count(line => words.Late(line) is not null));
        }

        // The console comes because the chair lent it: it is told, and its tab says so until it is opened.
        if (Conduct is not null && !_conducted)
        {
            Desk.Announce(T["Conduct_Say"]);
        }

        (_conducted, _lent) = (Conduct is not null, Conduct is not null && (_lent || !_conducted) && _tab != "conduct");
    }

    private void Show(string tab)
    {
        _tab = tab;
        _lent &= tab != "conduct";
        _unread.Look(tab == "messages");
    }

    // A form that opens is in the tab that conducts.
    private void ShowForm()
    {
        if (_conducting.Form != ChairForm.None)
        {
            Show("conduct");
        }

        StateHasChanged();
    }

    private void SayWhere() => Desk.Announce(new RoomWords(R, S, Say).Spoken(View.Sitting, View.Hearing, Clock.Now(Time.GetUtcNow()), AtHand));

    private async Task SendAsync()
    {
        (_sending, _released) = (false, true);
        _released = await Desk.Do(new ReleaseNotifications()) is null;
    }

    private async Task HandedOverAsync()
    {
        _handing = false;
        await Desk.Do(new DeclareHandedOver(Written));
    }

    private static RenderFragment Conducts(ConductScene scene) => builder =>
    {
        builder.OpenComponent<ChairMenu>(0);
        builder.AddComponentParameter(1, nameof(ChairMenu.Scene), scene);
        builder.CloseComponent();
        builder.OpenComponent<ConductAct>(2);
        builder.AddComponentParameter(3, nameof(ConductAct.Scene), scene);
        builder.CloseComponent();
    };

    private RenderFragment Primary(string label, string? whyNot, bool asks, Func<Task> act) => builder =>
    {
        builder.OpenComponent<PrimaryAct>(0);
        builder.AddComponentParameter(1, nameof(PrimaryAct.Label), label);
        builder.AddComponentParameter(2, nameof(PrimaryAct.WhyNot), whyNot);
        builder.AddComponentParameter(3, nameof(PrimaryAct.Asks), asks);
        builder.AddComponentParameter(4, nameof(PrimaryAct.Busy), Desk.Busy);
        builder.AddComponentParameter(5, nameof(PrimaryAct.OnPress), EventCallback.Factory.Create(this, act));
        builder.CloseComponent();
    };
}
