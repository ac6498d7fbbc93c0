namespace AumgJury.Core.Tests.Walls;

/// <summary>
/// The table as it was agreed: command, who, phases; a plus where it is judged during a suspension;
/// "door" where a juror or the secretary may ask for it before confirming their presence. "conduct" is the acting chair,
/// and the secretary when the chair lets them press; "juror" is chair, deputy and member.
/// </summary>
internal static class PermitTable
{
    public const string Text = """
        open-call                setup                           Convened
        issue-link               setup,access,secretary          Convened..Closed + door
        revoke-link              chair,secretary                   Convened..Closed + door
        open-session             access                          Convened..Closed +
        close-session            access                          Convened..Closed +
        readmit                  chair,secretary,juror           Convened..Closed + door
        admit-my-device          everyone                        Convened..Closed + door
        turn-away                everyone                        Convened..Closed + door
        close-marks-device       juror                           Convened..Closed + door
        lose-seat                presence                        Convened..Closed +
        regain-seat              presence                        Convened..Closed +
        declare-chair-lost       presence                        DoorsOpen..RankingFixed +
        open-doors               secretary,conduct               Convened
        confirm-presence         everyone                        DoorsOpen..Closed + door
        send-line                conduct,chair,secretary,presenter Convened..Closed +
        say-late                 presenter                       Convened..Hearings +
        announce-hours           conduct,secretary               Convened..Hearings +
        move-university          conduct,secretary               Convened..Hearings +
        propose-swap             conduct,secretary               Convened..Hearings +
        answer-hour              presenter                       Convened..Hearings +
        replace-presenter        secretary                       Convened..Hearings +
        open-sitting             conduct                         DoorsOpen
        record-attendance        conduct                         RollCall +
        admit-latecomer          conduct                         Hearings +
        declare-interest         juror                           Convened..FinalDeliberation + door
        rule-recusal             conduct,juror                   RollCall..FinalDeliberation +
        adopt-rules              conduct                         RollCall +
        let-secretary-conduct    chair                           DoorsOpen..RankingFixed +
        hand-over                chair                           DoorsOpen..RankingFixed +
        take-chair               juror                           DoorsOpen..Closed +
        pass-chair               juror                           Hearings..RankingFixed +
        start-hearings           conduct                         RollCall
        call-university          conduct                         Hearings
        cancel-call              conduct                         Hearings..FinalDeliberation +
        lapse-call               room                            Hearings..FinalDeliberation +
        enter-room               presenter                       Hearings..FinalDeliberation
        open-room                room                            Hearings..FinalDeliberation
        confirm-presenter        conduct                         Hearings
        start-presentation       conduct                         Hearings
        start-questions          conduct                         Hearings
        conclude                 conduct                         Hearings
        pause-clock              conduct                         Hearings
        resume-clock             conduct                         Hearings
        prolong                  conduct                         Hearings
        restart-dossier          conduct                         Hearings
        note-incident            conduct,secretary               DoorsOpen..Closed +
        order-exit               conduct                         Hearings..FinalDeliberation +
        prove-room               room                            DoorsOpen..RankingFixed +
        attest-room              chair                           DoorsOpen..RankingFixed +
        doubt-room               room                            DoorsOpen..RankingFixed +
        recall                   conduct                         Hearings..FinalDeliberation
        judge-on-file            conduct                         Hearings
        undo-judge-on-file       conduct                         Hearings +
        suspend                  conduct                         RollCall..FinalDeliberation +
        resume                   conduct                         RollCall..FinalDeliberation +
        go-on-without            conduct                         Hearings..FinalDeliberation +
        step-out                 juror                           DoorsOpen..RankingFixed +
        step-back                juror                           DoorsOpen..RankingFixed +
        move-out-recused         room                            Hearings..RankingFixed +
        bring-back-recused       room                            Hearings..RankingFixed +
        delay-return             juror                           Hearings..RankingFixed +
        raise-hand               juror                           RollCall..RankingFixed
        lower-hand               juror                           RollCall..RankingFixed
        give-floor               conduct                         RollCall..RankingFixed
        finish-hearing           conduct                         Hearings..FinalDeliberation
        release-university       conduct                         Hearings..Closed +
        mute-seat                conduct                         DoorsOpen..RankingFixed +
        lift-mute                conduct                         DoorsOpen..RankingFixed +
        mute-all                 conduct                         DoorsOpen..RankingFixed +
        lift-all-mutes           conduct                         DoorsOpen..RankingFixed +
        stop-share               conduct                         DoorsOpen..RankingFixed +
        allow-share              conduct                         DoorsOpen..RankingFixed +
        admit-again              conduct                         Hearings..FinalDeliberation +
        hold-outsiders           room                            Hearings..FinalDeliberation +
        note-audio-only          room                            DoorsOpen..RankingFixed +
        report-check             everyone                        Convened..Closed + door
        keep-draft               juror                           Convened..FinalDeliberation + door
        keep-note                juror                           Convened..RankingFixed + door
        submit-grid              juror                           Hearings..FinalDeliberation
        abstain                  juror                           Hearings..FinalDeliberation
        take-back-grid           juror                           Hearings..FinalDeliberation +
        reveal                   conduct                         Hearings..FinalDeliberation
        open-second-round        conduct                         Hearings..FinalDeliberation
        close-dossier            conduct                         Hearings..FinalDeliberation
        start-final-deliberation conduct                         Hearings
        discuss                  conduct                         FinalDeliberation
        end-discussion           conduct                         FinalDeliberation
        record-opinion           conduct                         FinalDeliberation
        break-tie                conduct                         FinalDeliberation
        fix-ranking              conduct                         FinalDeliberation
        close-sitting            conduct                         RankingFixed
        decide-dossier           authority                       RankingFixed..Closed
        release-notifications    secretary                       Closed
        report-attempt           outbox                          Closed
        report-delivery          outbox                          Closed
        report-written           outbox                          Closed
        resend-notification      secretary                       Closed
        declare-handed-over      secretary                       Closed
        """;
}
