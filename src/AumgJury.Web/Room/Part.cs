using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Room;

/// <summary>
/// A part of a page that is rendered again only when what it was given shows otherwise, or when it says so itself. Every act of the sitting
/// gives each page a new view, of which most parts are as before.
/// </summary>
/// <remarks>
/// What it shows comes from its parameters and its own state alone; not from the hour, nor from an object that others change.
/// Callbacks are not looked at: they act, they show nothing. Without any, what is given as before is not even taken: the values of before stay, and
/// those that say the same are garbage at once.
/// </remarks>
public abstract class Part : ComponentBase
{
    private readonly Dictionary<string, object?> _given = new(StringComparer.Ordinal);
    private bool _taken;
    private bool _asBefore;

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var asBefore = Take(parameters, out var callbacks) && _taken && !ShowsMore;
        _taken = true;
        if (asBefore && !callbacks)
        {
            return Task.CompletedTask;
        }

        _asBefore = asBefore;
        try
        {
            return base.SetParametersAsync(parameters);
        }
        finally
        {
            _asBefore = false;
        }
    }

    /// <summary>It shows something that its parameters do not tell just now: it is rendered whatever it is given.</summary>
    protected virtual bool ShowsMore => false;

    /// <inheritdoc />
    protected override bool ShouldRender() => !_asBefore;

    private static bool IsCallback(object? value) =>
        value is EventCallback || (value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(EventCallback<>));

    private bool Take(ParameterView parameters, out bool callbacks)
    {
        var (same, count) = (true, 0);
        callbacks = false;
        foreach (var parameter in parameters)
        {
            count++;
            if (IsCallback(parameter.Value))
            {
                callbacks = true;
                _given.TryAdd(parameter.Name, null);
            }
            else if (!_given.TryGetValue(parameter.Name, out var before) || !SameValues.Are(before, parameter.Value))
            {
                same = false;
                _given[parameter.Name] = parameter.Value;
            }
        }

        return same && count == _given.Count;
    }
}
