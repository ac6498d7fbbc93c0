using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>What browsers tell, each judged against the rights of its moment.</summary>
public sealed partial class MediaRoom
{
    /// <summary>What a browser tells, judged against the rights of this very moment.</summary>
    public async Task<Signalled> Signal(string seat, string connection, MediaSignal signal)
    {
        var rights = _live.Kept.Media().Of(seat);
        Person? person;
        Peer? peer;
        lock (_gate)
        {
            person = _people.GetValueOrDefault(seat);
            peer = person?.Peer;
        }

        if (rights is null)
        {
            return Signalled.Refused(RefusalName.NotInMedia);
        }

        if (person is null || person.Stream.Connection != connection)
        {
            return Signalled.Refused(RefusalName.MediaElsewhere);
        }

        if (_house.Janus.Life is null)
        {
            return Signalled.Refused(RefusalName.MediaUnavailable);
        }

        if (peer is null || peer.Epoch != signal.Epoch)
        {
            return Signalled.Refused(RefusalName.Stale);
        }

        if (!_house.Pace.TakesSignal(NameOf(seat)))
        {
            return Signalled.Refused(RefusalName.TooMany);
        }

        try
        {
            return await Take(person, peer, rights, signal);
        }
        catch (JanusRefused refused)
        {
            // Removed while it was asked, or a description that Janus does not take.
            return Signalled.Refused(_live.Kept.Media().Of(seat) is null ? RefusalName.NotInMedia : peer.Gone ? RefusalName.Stale : Unread(refused, signal));
        }
        catch (JanusLost)
        {
            return Signalled.Refused(_live.Kept.Media().Of(seat) is null ? RefusalName.NotInMedia : RefusalName.MediaUnavailable);
        }
        finally
        {
            // One a person every three seconds: a good link that stays good asks for no work.
            if (signal is not StatsSignal)
            {
                Stir();
            }
        }
    }

    private static RefusalName Unread(JanusRefused refused, MediaSignal signal) =>
        refused.Code == JanusRefused.TooManyHandles ? RefusalName.TooMany
        : signal is PublishSignal or AnswerSignal && refused.Code is 465 or 490 or 491 ? RefusalName.Malformed
        : RefusalName.Stale;

    private async Task<Signalled> Take(Person person, Peer peer, MediaSeat rights, MediaSignal signal)
    {
        switch (signal)
        {
            case PublishSignal { Source: MediaSource.Screen } p:
                return rights.Share != MediaPermit.Allowed ? Signalled.Refused(RefusalName.ShareNotAllowed)
                    : !TakeShare(rights.Seat) ? Signalled.Refused(RefusalName.ShareTaken)
                    : new Signalled(await Share(person, peer, p), null);
            case PublishSignal p:
                return new Signalled(await peer.Publish(MediaSource.Camera, p.Sdp, person.Limits.Kbps, rights.Microphone != MediaPermit.Allowed, rights.Camera != MediaPermit.Allowed), null);
            case UnpublishSignal u:
                await peer.Unpublish(u.Source);
                GiveShareBack(u.Source, rights.Seat);
                return Signalled.Done;
            case AnswerSignal a:
                return await peer.Answer(a.Number, a.Sdp) ? Signalled.Done : Signalled.Refused(RefusalName.Stale);
            case SendingSignal s:
                (person.MicrophoneOn, person.CameraOn) = (s.Microphone, s.Camera);
                return Signalled.Done;
            case ShowSignal s:
                person.Tiles = s.Tiles;
                return Signalled.Done;
            case StatsSignal s:
                if (person.Report(s, _house.Machine.GetUtcNow()))
                {
                    Stir();
                }

                return Signalled.Done;
            default:
                return Signalled.Refused(RefusalName.Malformed);
        }
    }

    private async Task<string> Share(Person person, Peer peer, PublishSignal p)
    {
        try
        {
            return await peer.Publish(MediaSource.Screen, p.Sdp, Bitrates.ForScreen.Kbps, audioMuted: true, videoMuted: false);
        }
        catch
        {
            GiveShareBack(MediaSource.Screen, person.Stream.Seat);
            throw;
        }
    }

    /// <summary>One screen at a time: the first takes it, whoever already has it keeps it.</summary>
    private bool TakeShare(string seat)
    {
        lock (_gate)
        {
            if (_sharer is { } other && other != seat)
            {
                return false;
            }

            _sharer = seat;
            return true;
        }
    }

    private void GiveShareBack(MediaSource source, string seat)
    {
        lock (_gate)
        {
            if (source == MediaSource.Screen && _sharer == seat)
            {
                _sharer = null;
            }
        }
    }
}
