namespace AumgJury.Web.Room;

/// <summary>How somebody stands in the room, as far as the reader may know.</summary>
public enum PersonState
{
    /// <summary>In the room.</summary>
    Present,

    /// <summary>Still online when there is no room any more.</summary>
    Online,

    /// <summary>No longer online when there is no room any more: nothing is wrong with that.</summary>
    Offline,

    /// <summary>Has the floor.</summary>
    Speaking,

    /// <summary>In the room on a connection that falters.</summary>
    Unstable,

    /// <summary>The connection is lost.</summary>
    Lost,

    /// <summary>Has submitted the marks of the dossier at hand.</summary>
    Submitted,

    /// <summary>Recused, out of the room.</summary>
    Recused,

    /// <summary>In the waiting room.</summary>
    Waiting,

    /// <summary>Expected, never seen yet.</summary>
    Expected,

    /// <summary>Found absent at the roll call.</summary>
    Absent,

    /// <summary>Left the room for a while.</summary>
    Out,

    /// <summary>Late, not admitted yet.</summary>
    Late,

    /// <summary>At the door, not confirmed yet.</summary>
    Entering,
}

/// <summary>Somebody in the list.</summary>
/// <param name="Key">Stable within the list.</param>
/// <param name="Name">As it is to be written: "Dr M. Orsoni".</param>
/// <param name="Capacity">"FNCS", "Présidence"…</param>
/// <param name="State">Shown as shape, word and colour.</param>
/// <param name="IsSelf">The reader.</param>
/// <param name="HandRank">1 for the first to have asked for the floor; null without.</param>
public sealed record PersonShown(string Key, string Name, string Capacity, PersonState State, bool IsSelf = false, int? HandRank = null)
{
    /// <summary>Two letters for the narrow rail: the first letters of the last two words that start with one.</summary>
    public string Initials { get; } = InitialsOf(Name);

    /// <summary>The name so that no line breaks within it.</summary>
    public string WholeName { get; } = Texts.FrenchTypography.Whole(Name);

    internal static string InitialsOf(string name)
    {
        Span<char> letters = stackalloc char[2];
        var found = 2;
        for (var i = name.Length - 1; i >= 0 && found > 0; i--)
        {
            if (char.IsLetter(name[i]) && (i == 0 || name[i - 1] == ' '))
            {
                letters[--found] = char.ToUpperInvariant(name[i]);
            }
        }

        return new string(letters[found..]);
    }
}

/// <summary>People under one heading.</summary>
/// <param name="Heading">The college, or "Présents 8".</param>
/// <param name="People">In the order to be shown.</param>
public sealed record PeopleGroup(string Heading, IReadOnlyList<PersonShown> People);
