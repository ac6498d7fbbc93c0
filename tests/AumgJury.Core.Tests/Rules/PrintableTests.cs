using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Rules;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Deux\nlignes\tet un retrait", "Deux\nlignes\tet un retrait")]
    [InlineData("Sans\u0000 ni\u0007 cloche\u000b", "Sans ni cloche")]
    [InlineData("\u2066retourné\u2069\u202e", "retourné")]
    [InlineData("emoji \ud83d\ude42 entier", "emoji \ud83d\ude42 entier")]
    public void What_a_copy_brings_along_is_taken_out(string typed, string kept) => Assert.Equal(kept, Printable.Of(typed));

    [Fact]
    public void Half_a_pair_is_no_character() => Assert.Equal("ab", Printable.Of("a" + '\ud83d' + "b" + '\ude42'));

    [Theory]
    [InlineData("motif\u0000")]
    [InlineData("motif\u202e")]
    public void A_text_with_what_nothing_shows_is_refused_at_its_field(string text)
    {
        var p = Play.Marking(Small.Call());
        Assert.Equal((RefusalName.BadCharacter, "text"), Fault(p.Refused(Actor.Seat("M1"), new NoteIncident(text))));
        Assert.Equal((RefusalName.BadCharacter, "comment"), Fault(p.Refused(Actor.Seat("M3"), new KeepDraft("D1", 1, "A1", 3, text, null))));
        p.Do("M1", new NoteIncident("Un motif\nde deux lignes."));
    }

    private static (RefusalName, string?) Fault(Refusal refusal) => (refusal.Name, refusal.Field);
}
