using System.Net.WebSockets;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Tests.Realtime;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.EndToEnd.Faults;

/// <summary>
/// A member who marks as fast as the house answers, and remembers what was acknowledged. Marks and comments are numbered, so that
/// what is found after a kill tells how far it came: at least the last acknowledged, at most the last sent.
/// </summary>
internal sealed class MarkingHand(string seat, string submits)
{
    private readonly Dictionary<(string Dossier, string Criterion), (int Acknowledged, int Sent)> _drafts = [];
    private bool? _isIn;
    private bool? _mayBeIn;
    private bool _suspended;
    private int _next;

    public string Seat => seat;

    /// <summary>Acts that were acknowledged over every round.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Marks until the connection breaks.</summary>
    public async Task MarkAsync(JuryClient client, Action acknowledged)
    {
        try
        {
            var work = await WorkAsync(client);
            var open = work.Grids.Where(g => g.Dossier != submits && g.Standing == MyGridStanding.Draft).ToArray();
            while (true)
            {
                foreach (var (dossier, criterion) in open.SelectMany(g => g.Marks.Select(m => (g.Dossier, m.Criterion))))
                {
                    var number = ++_next;
                    var known = _drafts.GetValueOrDefault((dossier, criterion));
                    _drafts[(dossier, criterion)] = known with { Sent = number };
                    await Done(() => client.Send(new KeepDraft(dossier, 1, criterion, number % 6, Comment(number), null)));
                    _drafts[(dossier, criterion)] = (number, number);
                    acknowledged();
                    if (number % 7 == 0 && !_suspended && _isIn is { } isIn)
                    {
                        _mayBeIn = !isIn;
                        var sent = await Paced(() => client.Send(isIn ? new TakeBackGrid(submits, 1) : new SubmitGrid(submits, 1)));
                        if (sent.Refusal is { } refusal)
                        {
                            // On a slow machine the chair was away for a minute of real time: the sitting suspended itself, drafts go on.
                            Assert.Equal(RefusalName.Suspended, refusal.Name);
                            _mayBeIn = isIn;
                            _suspended = true;
                            continue;
                        }

                        _isIn = _mayBeIn;
                        Acknowledged++;
                        acknowledged();
                    }
                }
            }
        }
        catch (Exception cut) when (cut is WebSocketException or IOException or HubException or InvalidOperationException or OperationCanceledException)
        {
            // The house was killed: this is where the test begins.
        }
    }

    /// <summary>A member's own work; the chair marks as the others do.</summary>
    public static async Task<JurorWork> WorkAsync(JuryClient client) =>
        (await client.Until(f => f.View is MemberView or ChairView)).View switch
        {
            MemberView member => member.Work,
            ChairView chair => chair.Work,
            var other => throw new InvalidOperationException($"{other} has no work."),
        };

    /// <summary>Looks at the seat after a restart: every cell, and whether the grid is in.</summary>
    /// <returns>What is missing, in words; empty when nothing is.</returns>
    public IEnumerable<string> Missing(JurorWork work)
    {
        var marks = work.Grids.ToDictionary(g => g.Dossier, g => g.Marks.ToDictionary(m => m.Criterion, StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var ((dossier, criterion), (acknowledged, sent)) in _drafts)
        {
            var found = marks[dossier][criterion];
            var number = found.Comment.Length == 0 ? 0 : int.Parse(found.Comment.AsSpan("n° ".Length), System.Globalization.CultureInfo.InvariantCulture);
            if (number != acknowledged && number != sent)
            {
                yield return $"{seat} {dossier} {criterion}: {number} found, {acknowledged} acknowledged, {sent} sent";
            }

            if (number > 0 && found.Mark != number % 6)
            {
                yield return $"{seat} {dossier} {criterion}: the mark {found.Mark} is not the comment's ({number})";
            }
        }

        var isIn = work.Grids.First(g => g.Dossier == submits).Standing == MyGridStanding.Submitted;
        if (_isIn is { } was && isIn != was && isIn != _mayBeIn)
        {
            yield return $"{seat} {submits}: in {isIn}, acknowledged {was}";
        }
    }

    /// <summary>What is on disk is where the next round begins.</summary>
    public void Settle(JurorWork work)
    {
        foreach (var ((dossier, criterion), _) in _drafts.ToArray())
        {
            var comment = work.Grids.First(g => g.Dossier == dossier).Marks.First(m => m.Criterion == criterion).Comment;
            var number = comment.Length == 0 ? 0 : int.Parse(comment.AsSpan("n° ".Length), System.Globalization.CultureInfo.InvariantCulture);
            _drafts[(dossier, criterion)] = (number, number);
        }

        var mine = work.Grids.FirstOrDefault(g => g.Dossier == submits);
        _isIn = mine is { Standing: MyGridStanding.Submitted } ? true : mine is { MaySubmit: true } ? false : null;
        _mayBeIn = _isIn;
        _suspended = false;
    }

    private static string Comment(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n° {number}");

    /// <summary>As fast as the house takes it from one seat.</summary>
    private static async Task<AumgJury.Web.Realtime.Sent> Paced(Func<Task<AumgJury.Web.Realtime.Sent>> send)
    {
        while (true)
        {
            var sent = await send();
            if (sent.Refusal?.Name != RefusalName.TooMany)
            {
                return sent;
            }

            await Task.Delay(100);
        }
    }

    private async Task Done(Func<Task<AumgJury.Web.Realtime.Sent>> send)
    {
        var sent = await Paced(send);
        Assert.True(sent.Refusal is null, $"{seat} was refused: {sent.Refusal?.Name}");
        Acknowledged++;
    }
}
