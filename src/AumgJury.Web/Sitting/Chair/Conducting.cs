using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Chair;

/// <summary>A form of the chair's console; one at a time is open.</summary>
public enum ChairForm
{
    None,
    Suspend,
    Incident,
    Prolong,
    Restart,
    Attest,
    Ruling,
    Recusal,
    SecondRound,
    Recall,
    UndoOnFile,
}

/// <summary>A line of the roll call as it is being filled in.</summary>
public sealed record AttendanceChoice(string Seat, AttendanceStatus Status, IdentityMeans Identity, string SubstituteName)
{
    /// <summary>What is most likely: who entered is present, who did not is late and may be admitted when they come.</summary>
    public static AttendanceChoice Likely(string seat, bool entered) =>
        new(seat, entered ? AttendanceStatus.Present : AttendanceStatus.Late, IdentityMeans.KnownByTheChair, string.Empty);

    public RecordAttendance Command => new(Seat, Status, Identity, Status == AttendanceStatus.Substitute ? SubstituteName : string.Empty);
}

/// <summary>What is open on the console of one page: no fact of the sitting, lost with the page.</summary>
public sealed class Conducting
{
    public event Action? Changed;

    /// <summary>A form closed: the focus goes back to where it was opened from.</summary>
    public event Action? Closed;

    public ChairForm Form { get; private set; }

    /// <summary>What the form is about: a dossier, a University or a seat.</summary>
    public string About { get; private set; } = string.Empty;

    /// <summary>The roll call's open line.</summary>
    public AttendanceChoice? Choice { get; private set; }

    public void Open(ChairForm form, string about = "")
    {
        (Form, About) = (form, about);
        Changed?.Invoke();
    }

    public void Close()
    {
        Form = ChairForm.None;
        Changed?.Invoke();
        Closed?.Invoke();
    }

    public void Choose(AttendanceChoice? choice)
    {
        Choice = choice;
        Changed?.Invoke();
    }
}
