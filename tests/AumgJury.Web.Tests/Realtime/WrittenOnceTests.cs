using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Tests.Seeds;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>Lists that views share travel as bytes that were written before: they must be those that would be written now, for this reader.</summary>
public sealed class WrittenOnceTests
{
    [Fact]
    public void A_view_travels_as_it_would_were_all_of_it_written_anew()
    {
        var plain = new JsonSerializerOptions(WireJson.Options);
        var kept = plain.Converters.Where(c => c.GetType().Name.StartsWith("WrittenOnce", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(kept);
        Array.ForEach(kept, c => plain.Converters.Remove(c));
        var (seen, accents) = (0, 0);
        DemoMoments.All((state, _) =>
        {
            foreach (var seat in state.Seats)
            {
                // The hub leaves accents as they are, and whoever writes without it does not: one after the other.
                var escapes = seen++ % 2 == 0 ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null;
                var wanted = Text(state.View(seat), plain, escapes);
                if (seen % 50 == 0)
                {
                    // A grid is kept in bytes only once it has outlived a collection.
                    GC.Collect();
                }

                Assert.Equal(wanted, Text(state.View(seat), WireJson.Options, escapes));
                accents += wanted.Contains('é', StringComparison.Ordinal) ? 1 : 0;
            }
        });
        Assert.True(seen > 300 && accents > 100, $"Only {seen} views were compared, {accents} with accents.");
    }

    [Fact]
    public void A_view_that_travelled_is_read_as_it_was()
    {
        var seen = 0;
        DemoMoments.All((state, _) =>
        {
            var seat = state.Seats[seen++ % state.Seats.Length];
            var json = JsonSerializer.Serialize(state.View(seat), WireJson.Options);
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<SeatView>(json, WireJson.Options), WireJson.Options));
        });
        Assert.True(seen > 100, $"Only {seen} views were read.");
    }

    private static string Text(SeatView view, JsonSerializerOptions options, JavaScriptEncoder? escapes)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = escapes }))
        {
            JsonSerializer.Serialize(writer, view, options);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
