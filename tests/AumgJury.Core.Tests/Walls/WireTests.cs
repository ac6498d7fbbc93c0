using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Wall 6: commands, answers, refusals and views are plain records that System.Text.Json alone carries there and back.</summary>
public sealed class WireTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Every_command_goes_there_and_back()
    {
        foreach (var type in Commands.Types)
        {
            for (var n = 0; n < 10; n++)
            {
                var text = JsonSerializer.Serialize(Commands.Plausible(type, n), Web);
                Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<Command>(text, Web), Web));
                Assert.Contains($"\"type\":\"{Commands.Name(type)}\"", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_command_type_is_declared() =>
        Assert.Equal(typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command))).OrderBy(t => t.Name), Commands.Types.OrderBy(t => t.Name));

    [Fact]
    public void Answers_and_refusals_go_there_and_back()
    {
        BackAgain(new Answer(Demo.Start));
        foreach (var name in Enum.GetValues<RefusalName>())
        {
            BackAgain(Refusal.Of(name, "field", "a", "b"));
            BackAgain(Refusal.Of(name));
        }
    }

    [Fact]
    public void Every_view_of_a_whole_history_goes_there_and_back()
    {
        var seen = new HashSet<Type>();
        FullHistory.Of(p =>
        {
            foreach (var view in p.State.Seats.Select(p.State.View).Concat(p.State.Seats.Where(s => Play.IsJuror(p.State, s)).Select(p.State.MarksView)))
            {
                seen.Add(view.GetType());
                BackAgain(view);
            }
        });
        Assert.Equal(typeof(SeatView).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).OrderBy(t => t.Name), seen.OrderBy(t => t.Name));
    }

    [Fact]
    public void Every_view_of_the_demo_goes_there_and_back()
    {
        var p = new DemoSitting().Play;
        var state = CallState.Empty(p.Keys.Open);
        for (var i = 0; i < p.Lines.Count; i++)
        {
            state = state.Apply(p.Lines[i]);
            if (i % 40 == 0 || i == p.Lines.Count - 1)
            {
                Assert.All(state.Seats, seat => BackAgain(state.View(seat)));
            }
        }
    }

    [Fact]
    public void No_member_is_a_delegate_an_object_or_an_interface()
    {
        var roots = Commands.Types.Concat([typeof(Answer), typeof(Refusal), typeof(Archive)]).Concat(typeof(SeatView).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType));
        foreach (var type in roots.SelectMany(Reach.From).Distinct())
        {
            Assert.False(type == typeof(object) || type.IsInterface || type.IsSubclassOf(typeof(Delegate)) || (type.IsAbstract && !type.IsSealed), type.Name);
            Assert.True(type.Assembly == typeof(CallState).Assembly || type.IsValueType || type == typeof(string), $"{type.Name} is not a plain value.");
        }
    }

    private static void BackAgain<T>(T value)
    {
        var text = JsonSerializer.Serialize(value, Web);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(text, Web), Web));
    }
}
