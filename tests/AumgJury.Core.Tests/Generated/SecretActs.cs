using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using CsCheck;

namespace AumgJury.Core.Tests.Generated;

/// <summary>One secret act: in which pause of the public history, how far into it, in steps of 5 seconds, by whom, what.</summary>
internal sealed record SecretAct(int Slot, int Second, string Seat, int Kind, string Dossier, string Criterion, int Mark, string Text)
{
    public static readonly Gen<SecretAct> Gen =
        from slot in CsCheck.Gen.Int[0, PublicHistory.Slots - 1]
        from second in CsCheck.Gen.Int[0, 9]
        from seat in AnyOf(Small.Jurors)
        from kind in CsCheck.Gen.Int[0, 9]
        from dossier in AnyOf(Small.Dossiers)
        from criterion in AnyOf(Small.Criteria)
        from mark in CsCheck.Gen.Int[0, 5]
        from text in AnyOf(["", "a", "un commentaire", new string('é', 40)])
        select new SecretAct(slot, second, seat, kind, dossier, criterion, mark, text);

    private static Gen<string> AnyOf(string[] words) => CsCheck.Gen.Int[0, words.Length - 1].Select(i => words[i]);

    /// <summary>The same act at the same instant with another value in it: other marks, other words.</summary>
    public SecretAct Otherwise => this with { Mark = (Mark + 3) % 6, Text = Text + "?" };

    public IEnumerable<Command> Commands(int round = 1)
    {
        ChangeReason? reason = round == 1 ? null : ChangeReason.ReadAgain;
        return Kind switch
        {
            0 or 1 or 2 => [new KeepDraft(Dossier, round, Criterion, Mark, Text, reason)],
            3 => [new KeepDraft(Dossier, round, Criterion, null, Text, reason)],
            4 => [new KeepNote(Dossier, Text)],
            5 or 6 => [new KeepDraft(Dossier, round, "A1", Mark, Text, reason), new KeepDraft(Dossier, round, "C1", 5 - Mark, "", reason), new SubmitGrid(Dossier, round)],
            7 => [new TakeBackGrid(Dossier, round)],
            8 => [new TakeBackGrid(Dossier, round), new KeepDraft(Dossier, round, "A1", Mark, "changé", reason), new SubmitGrid(Dossier, round)],
            _ => [new Abstain(Dossier, round)],
        };
    }
}
