using System.Collections.Concurrent;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

public sealed class GroupWriterTests
{
    [Fact]
    public async Task Sixty_four_producers_keep_order_and_lose_nothing()
    {
        const int producers = 64;
        const int each = 50;
        var files = new CallFiles(Given.TemporaryFolder(), "S1");
        using var journal = Given.Opened(new LinuxDisk(), files).Journal;
        var groups = new List<GroupWritten>();
        await using var writer = new GroupWriter(journal, groups.Add, room: 32);
        var gate = new Lock();
        var position = 0L;
        var decided = new List<string>();

        async Task Produce(int producer)
        {
            for (var n = 0; n < each; n++)
            {
                Task<Written> answer;
                long expected;
                lock (gate)
                {
                    var id = $"{producer}-{n}";
                    decided.Add(id);
                    answer = writer.Append(Given.Body(id), expected = ++position);
                }

                Assert.Equal(expected, Assert.IsType<Written.Kept>(await answer).Line.Position);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, producers).Select(p => Task.Run(() => Produce(p))));

        Given.AuditorAccepts(await File.ReadAllBytesAsync(files.Journal, TestContext.Current.CancellationToken), producers * each);
        var lines = groups.SelectMany(g => Assert.IsType<GroupWritten.Kept>(g).Lines).ToList();
        Assert.Equal(string.Join(' ', decided), Given.Ids(lines));
        Assert.Equal(lines.Count, journal.Position);
        Assert.InRange(groups.Count, 1, lines.Count - 1);
    }

    [Fact]
    public async Task A_caller_is_answered_only_after_the_flush_and_after_the_state_was_told()
    {
        var disk = new MemoryDisk();
        var journal = Given.Opened(disk).Journal;
        var flushedWhenTold = 0;
        var told = false;
        await using var writer = new GroupWriter(journal, _ =>
        {
            flushedWhenTold = disk.Flushed(Given.Files.Journal).Length;
            Thread.Sleep(20);
            told = true;
        });

        await writer.Append(Given.Body("a"), 1);

        Assert.True(told);
        Assert.True(flushedWhenTold > 100);
    }

    [Fact]
    public async Task A_full_disk_fails_the_group_and_everything_decided_on_it_and_then_goes_on()
    {
        var disk = new MemoryDisk();
        var journal = Given.Opened(disk).Journal;
        using var held = new Held();
        var groups = new ConcurrentQueue<GroupWritten>();
        await using var writer = new GroupWriter(journal, g =>
        {
            groups.Enqueue(g);
            held.Wait(g);
        });
        Assert.IsType<Written.Kept>(await writer.Append(Given.Body("a"), 1));

        disk.Room = 30;
        held.Arm();
        var first = writer.Append(Given.Body("b"), 2);
        held.UntilReached();
        // The group of b has failed and its caller does not know yet: these are decided on top of it.
        var behind = new[] { writer.Append(Given.Body("c"), 3), writer.Append(Given.Body("d"), 4) };
        disk.Room = null;
        // The state went back to a: this one is decided anew.
        var anew = writer.Append(Given.Body("e"), 2);
        var after = writer.Append(Given.Body("f"), 3);
        held.Release();

        Assert.IsType<Written.DiskFull>(await first);
        Assert.All(await Task.WhenAll(behind), w => Assert.IsType<Written.DiskFull>(w));
        Assert.Equal(2, Assert.IsType<Written.Kept>(await anew).Line.Position);
        Assert.Equal(3, Assert.IsType<Written.Kept>(await after).Line.Position);
        Assert.IsType<Written.Stale>(await writer.Append(Given.Body("g"), 9));
        Assert.Equal("a e f", Given.Ids(Given.Opened(disk.PowerCut()).Lines));
        Assert.Equal("Kept DiskFull Kept", string.Join(' ', groups.Select(g => g.GetType().Name)));
    }

    [Fact]
    public async Task A_failing_flush_confirms_nothing_and_nothing_is_taken_from_then_on()
    {
        var disk = new MemoryDisk();
        var journal = Given.Opened(disk).Journal;
        using var held = new Held();
        await using var writer = new GroupWriter(journal, held.Wait);
        await writer.Append(Given.Body("a"), 1);

        disk.FlushFails = true;
        held.Arm();
        var doubtful = writer.Append(Given.Body("b"), 2);
        held.UntilReached();
        var behind = writer.Append(Given.Body("c"), 3);
        held.Release();
        disk.FlushFails = false;

        Assert.IsType<Written.NotConfirmed>(await doubtful);
        Assert.IsType<Written.Closed>(await behind);
        Assert.IsType<Written.Closed>(await writer.Append(Given.Body("d"), 2));
        Assert.Equal("a b", Given.Ids(Given.Opened(disk).Lines));
    }

    [Fact]
    public async Task What_waits_when_the_writer_is_disposed_is_written_and_what_comes_later_refused()
    {
        var disk = new MemoryDisk();
        var writer = new GroupWriter(Given.Opened(disk).Journal, _ => { });
        var waiting = Enumerable.Range(1, 200).Select(n => writer.Append(Given.Body($"{n}"), n)).ToArray();

        await writer.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), w => Assert.IsType<Written.Kept>(w));
        Assert.IsType<Written.Closed>(await writer.Append(Given.Body("late"), 201));
        Given.AuditorAccepts(disk.Flushed(Given.Files.Journal), lines: 200);
    }

    [Fact]
    public async Task A_state_that_fails_to_take_a_group_closes_the_writer_and_the_fault_comes_out()
    {
        var writer = new GroupWriter(Given.Opened(new MemoryDisk()).Journal, _ => throw new FormatException("unknown event"));

        Assert.IsType<Written.NotConfirmed>(await writer.Append(Given.Body("a"), 1));
        Assert.IsType<Written.Closed>(await writer.Append(Given.Body("b"), 2));
        await Assert.ThrowsAsync<FormatException>(async () => await writer.DisposeAsync());
    }

    [Fact]
    public async Task A_broken_body_is_its_senders_fault_alone()
    {
        await using var writer = new GroupWriter(Given.Opened(new MemoryDisk()).Journal, _ => { });

        await Assert.ThrowsAsync<ArgumentException>(() => writer.Append("[]"u8.ToArray(), 1));
        Assert.IsType<Written.Kept>(await writer.Append(Given.Body("a"), 1));
    }

    /// <summary>Holds the writer's thread inside the telling of one group.</summary>
    private sealed class Held : IDisposable
    {
        private readonly ManualResetEventSlim reached = new();
        private readonly ManualResetEventSlim release = new();
        private volatile bool armed;

        public void Arm() => armed = true;

        public void UntilReached() => reached.Wait(TestContext.Current.CancellationToken);

        public void Release() => release.Set();

        public void Wait(GroupWritten group)
        {
            if (armed)
            {
                armed = false;
                reached.Set();
                release.Wait();
            }
        }

        public void Dispose()
        {
            release.Set();
            reached.Dispose();
            release.Dispose();
        }
    }
}
