using System.Text;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Notifications;
using AumgJury.Web.Tests.Storage;

namespace AumgJury.Web.Tests.Notifications;

public sealed class OutboxTests
{
    [Fact]
    public async Task Each_notification_leaves_once_with_its_attempt_written_before_and_its_outcome_after()
    {
        await using var server = new SmtpListener();
        var room = new Mailroom(Mailroom.Released, Mailroom.To(server), new MemoryDisk());
        var before = new List<Type>();
        server.Read = () => before.Add(room.Acts[^1].GetType());

        Assert.Equal(7, await room.Outbox().Pass(TestContext.Current.CancellationToken));

        Assert.Equal(7, server.Mails.Count);
        Assert.All(before, act => Assert.Equal(typeof(ReportAttempt), act));
        Assert.All(room.Notifications, n => Assert.Equal(DeliveryLine.Accepted, n.Delivery));
        Assert.Equal(room.Notifications.Select(n => n.Email), server.Mails.Select(m => Mailroom.Parsed(m).To.Mailboxes.Single().Address));
    }

    [Fact]
    public async Task What_was_accepted_never_leaves_again_even_when_all_but_the_journal_is_rebuilt()
    {
        await using var server = new SmtpListener();
        var room = new Mailroom(Mailroom.Released, Mailroom.To(server), new MemoryDisk());
        await room.Outbox().Pass(TestContext.Current.CancellationToken);

        room.Rebuild();

        Assert.Equal(0, await room.Outbox().Pass(TestContext.Current.CancellationToken));
        Assert.Equal(7, server.Mails.Count);
    }

    [Fact]
    public async Task A_cut_line_leaves_the_attempt_uncertain_until_the_secretary_resends_the_same_message()
    {
        await using var server = new SmtpListener { Mood = SmtpMood.HangsUpAfterData };
        var room = new Mailroom(Mailroom.Released, Mailroom.To(server), new MemoryDisk());
        Assert.Equal(0, await room.Outbox().Pass(TestContext.Current.CancellationToken));
        Assert.All(room.Notifications, n => Assert.Equal(DeliveryLine.Attempted, n.Delivery));

        // As after a restart: nobody sends it again by themselves.
        server.Mood = SmtpMood.Accepts;
        Assert.Equal(0, await room.Outbox().Pass(TestContext.Current.CancellationToken));
        Assert.Equal(7, server.Mails.Count);

        room.Secretary(new ResendNotification("U3"));
        Assert.Equal(1, await room.Outbox().Pass(TestContext.Current.CancellationToken));
        var third = room.Notifications.Single(n => n.University == "U3");
        var sent = server.Mails.Select(Mailroom.Parsed).Where(m => m.To.Mailboxes.Single().Address == third.Email).Select(m => m.MessageId).ToArray();
        Assert.Equal(2, sent.Length);
        Assert.Single(sent.Distinct(StringComparer.Ordinal));
        Assert.Equal((DeliveryLine.Accepted, 2), (third.Delivery, third.Attempts));
    }

    [Fact]
    public async Task A_refused_recipient_is_a_failure_whose_journaled_detail_names_nobody()
    {
        await using var server = new SmtpListener { Mood = SmtpMood.RefusesRecipient };
        var room = new Mailroom(Mailroom.Released, Mailroom.To(server), new MemoryDisk());

        await room.Outbox().Pass(TestContext.Current.CancellationToken);

        Assert.Empty(server.Mails);
        Assert.All(room.Notifications, n => Assert.Equal(DeliveryLine.Failed, n.Delivery));
        Assert.All(room.Acts.OfType<ReportDelivery>(), r => Assert.Equal("smtp 550 5.1.1", r.Detail));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_and_can_be_resent()
    {
        var server = new SmtpListener();
        var settings = Mailroom.To(server);
        await server.DisposeAsync();
        var room = new Mailroom(Mailroom.Released, settings, new MemoryDisk());

        await room.Outbox().Pass(TestContext.Current.CancellationToken);

        Assert.All(room.Acts.OfType<ReportDelivery>(), r => Assert.Equal((false, "unreachable"), (r.Accepted, r.Detail)));
        room.Secretary(new ResendNotification("U1"));
        Assert.Equal(DeliveryLine.Waiting, room.Notifications.Single(n => n.University == "U1").Delivery);
    }

    [Fact]
    public async Task Without_a_mail_server_each_mail_is_a_file_that_reads_as_the_preview()
    {
        var disk = new MemoryDisk();
        var room = new Mailroom(Mailroom.Released, Mailroom.ToFiles, disk);

        await room.Outbox().Pass(TestContext.Current.CancellationToken);

        var mail = Mailroom.Parsed(Encoding.UTF8.GetString(disk.Read(room.Drop.FileOf("idf-2021", "U5"))!));
        var preview = new NotificationText(new("", null)).Of(room.State.Archive(), "U5");
        Assert.Equal(preview.Subject, mail.Subject);
        Assert.Equal(preview.Text, mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(preview.Html, mail.HtmlBody!.ReplaceLineEndings("\n"));
        Assert.Equal(7, room.Acts.OfType<ReportWritten>().Count());
        Assert.All(room.Notifications, n => Assert.Equal(DeliveryLine.Written, n.Delivery));
        Assert.Equal(7, disk.Names.Count(name => name.EndsWith(".eml", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_full_disk_is_a_failure_and_not_a_mail_taken_for_sent()
    {
        var room = new Mailroom(Mailroom.Released, Mailroom.ToFiles, new MemoryDisk { Room = 10 });

        Assert.Equal(0, await room.Outbox().Pass(TestContext.Current.CancellationToken));

        Assert.All(room.Acts.OfType<ReportDelivery>(), r => Assert.Equal((false, "disk-full"), (r.Accepted, r.Detail)));
    }

    [Theory]
    [InlineData("../U1")]
    [InlineData("U1/../../etc")]
    [InlineData("")]
    public void An_id_that_could_leave_the_folder_names_no_file(string university) =>
        Assert.Throws<ArgumentException>(() => new MailDrop(Mailroom.ToFiles, new MemoryDisk(), "/data/courriers").FileOf("idf-2021", university));

    [Fact]
    public async Task The_loop_sends_what_waits_at_the_start_and_again_when_woken()
    {
        var room = new Mailroom(Mailroom.Released, Mailroom.ToFiles, new MemoryDisk { Room = 0 });
        var outbox = room.Outbox();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = outbox.Run(stop.Token);
        await Until(() => room.Acts.OfType<ReportDelivery>().Count() == 7);

        room.Secretary(new ResendNotification("U2"));
        outbox.Wake();
        await Until(() => room.Acts.OfType<ReportDelivery>().Count() == 8);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static async Task Until(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
