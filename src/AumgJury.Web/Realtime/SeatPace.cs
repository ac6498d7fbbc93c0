using AumgJury.Core.Calls;
using AumgJury.Web.Security;

namespace AumgJury.Web.Realtime;

/// <summary>
/// How fast one seat may act, whatever tabs and programs it uses: every act is a line on the disk that all share. Nobody who types, drafts or conducts comes
/// near it.
/// </summary>
public sealed class SeatPace : IDisposable
{
    private readonly Pace<string> _outsiders = new(20, 2, TimeSpan.FromSeconds(1));
    private readonly Pace<string> _watches = new(60, 1, TimeSpan.FromSeconds(1));
    private readonly Pace<string> _jury = new(300, 30, TimeSpan.FromSeconds(1));

    /// <summary>Whether this act may be judged now. A presenter and the authority: 20 at once, then 2 a second; the others 300, then 30.</summary>
    public bool Takes(string seat, Role role) => (role is Role.Presenter or Role.Authority ? _outsiders : _jury).Takes(seat);

    /// <summary>Whether this seat may begin to watch now: 60 at once, then one a second. The first frame of each is a whole view.</summary>
    public bool TakesWatch(string seat) => _watches.Takes(seat);

    public void Dispose()
    {
        _watches.Dispose();
        _outsiders.Dispose();
        _jury.Dispose();
    }
}
