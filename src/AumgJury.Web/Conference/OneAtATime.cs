namespace AumgJury.Web.Conference;

/// <summary>One person's work in Janus: one piece at a time, and nobody else waits for it.</summary>
internal sealed class OneAtATime
{
    private readonly Lock _gate = new();
    private bool _busy;
    private bool _asked;

    /// <summary>Begins this work, or leaves it while another piece goes on: its end then says so.</summary>
    /// <param name="again">Called at the end of a piece when another one was asked for meanwhile.</param>
    public void Do(Func<Task> work, Action again, Action<Exception> onFault)
    {
        lock (_gate)
        {
            if (_busy)
            {
                _asked = true;
                return;
            }

            _busy = true;
        }

        _ = Run(work, again, onFault);
    }

    private async Task Run(Func<Task> work, Action again, Action<Exception> onFault)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            onFault(fault);
        }

        bool asked;
        lock (_gate)
        {
            (asked, _asked, _busy) = (_asked, false, false);
        }

        if (asked)
        {
            again();
        }
    }
}
