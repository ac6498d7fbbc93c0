using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>Names of the keys under which texts and marks are sealed (wall 4).</summary>
internal static class KeyNames
{
    public const string Sitting = "sitting";

    public static string Person(string seat) => "person/" + seat;

    public static string Dossier(string dossier) => "dossier/" + dossier;

    /// <summary>Destroyed at closing: drafts and private notes go with it.</summary>
    public static string Draft(string seat) => "draft/" + seat;
}

internal sealed record PersonText(string Name, string Email, string Phone);

internal sealed record DossierText(string Nominee, string Structure, string AdmissibilityReason, string Summary);

internal sealed record DraftContent(string Dossier, int Round, string Criterion, int? Mark, string Comment, ChangeReason? Reason);

internal sealed record NoteContent(string Dossier, string Text);

internal sealed record SheetContent(ImmutableSortedDictionary<string, DraftMark> Marks);

/// <summary>Turns texts and records into ciphertext and back, with the functions that the outside gives.</summary>
internal readonly struct Sealing(Seal seal)
{
    public Sealed Text(string key, string text) => new(key, seal(key, Encoding.UTF8.GetBytes(text)));

    public Sealed Json<T>(string key, T value) => new(key, seal(key, JsonSerializer.SerializeToUtf8Bytes(value, JournalJson.Options)));
}

internal readonly struct Unsealing(Unseal open)
{
    /// <summary>What stands where a key was destroyed.</summary>
    public const string Erased = "effacé";

    public string Text(Sealed? s) => s is null ? "" : open(s.Key, s.Cipher) is { } clear ? Encoding.UTF8.GetString(clear) : Erased;

    /// <summary>The record, or null when its key was destroyed.</summary>
    public T? Json<T>(Sealed s)
        where T : class =>
        open(s.Key, s.Cipher) is { } clear ? JsonSerializer.Deserialize<T>(clear, JournalJson.Options) : null;
}
