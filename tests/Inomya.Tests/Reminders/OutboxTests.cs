using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Reminders;
using Inomya.Tests.Support;
using Inomya.Treatments;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Reminders;

/// <summary>Reminders by mail against a real mail server on this machine, with both storages.</summary>
public class OutboxTests
{
    private static readonly Words English = new(new ContentFolder());

    public static TheoryData<string> Storages => Storage.Both;

    [Theory, MemberData(nameof(Storages))]
    public async Task Off_it_sends_nothing_and_queues_nothing(string storage)
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(storage, server.Port, settings => settings with { ByMail = false });
        clock.AdvanceHours(24);
        Assert.Equal(default, await RunAsync(journal));
        Assert.Empty(server.Taken);
        Assert.Empty(await journal.MailsAsync(Instant.FromUnixTimeTicks(0)));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_dose_is_told_once_in_neutral_words_however_often_it_looks(string storage)
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(storage, server.Port);
        clock.AdvanceHours(1); // 14:00 in Madrid; the dose was at 13:30
        Assert.Equal(1, (await RunAsync(journal)).Sent);
        Assert.Equal(default, await RunAsync(journal));
        clock.AdvanceMinutes(30);
        Assert.Equal(default, await RunAsync(await journal.Store.OfAsync(journal.Person.Id)));

        var mail = Assert.Single(server.Taken);
        Assert.Contains($"Subject: {English["reminders.title.dose"]}", mail, StringComparison.Ordinal);
        Assert.Contains("13:30", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("duloxetine", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task While_the_server_is_down_it_waits_and_says_so_then_goes_once(string storage)
    {
        var port = SmtpServer.FreePort();
        var (journal, clock) = await StartAsync(storage, port);
        clock.AdvanceHours(1);
        Assert.Equal(new MailRound(1, 0, 0, 1), await RunAsync(journal));
        var waiting = Assert.Single(await journal.MailsAsync(Instant.FromUnixTimeTicks(0)));
        Assert.Equal((MailState.Queued, "no-server", 1), (waiting.State, waiting.Problem, waiting.Tries));
        Assert.Equal(default, await RunAsync(journal)); // not at once again

        await using var server = new SmtpServer(port);
        clock.AdvanceMinutes(10);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
        clock.AdvanceMinutes(60);
        Assert.Equal(default, await RunAsync(journal));
        Assert.Single(server.Taken);
        Assert.Equal(MailState.Sent, Assert.Single(await journal.MailsAsync(Instant.FromUnixTimeTicks(0))).State);
    }

    [Fact]
    public async Task A_server_that_says_no_is_asked_again()
    {
        await using var server = new SmtpServer { Refuses = true };
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port);
        clock.AdvanceHours(1);
        Assert.Equal(1, (await RunAsync(journal)).Failed);
        Assert.Equal("refused", Assert.Single(await journal.MailsAsync(Instant.FromUnixTimeTicks(0))).Problem);
        server.Refuses = false;
        clock.AdvanceMinutes(2);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_mail_was_handed_over_is_not_tried_again()
    {
        await using var server = new SmtpServer { HangsUpAfterData = true };
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port);
        clock.AdvanceHours(1);
        await RunAsync(journal);
        server.HangsUpAfterData = false;
        clock.AdvanceHours(1);
        await RunAsync(journal);
        Assert.Single(server.Taken);
        Assert.Equal(
            (MailState.Sending, "unknown"),
            Assert.Single((await journal.MailsAsync(Instant.FromUnixTimeTicks(0))).Select(m => (m.State, m.Problem)))
        );
    }

    [Fact]
    public async Task Too_late_it_is_not_told_any_more()
    {
        var port = SmtpServer.FreePort();
        var (journal, clock) = await StartAsync(Storage.Sqlite, port);
        clock.AdvanceHours(1);
        await RunAsync(journal);
        await using var server = new SmtpServer(port);
        clock.AdvanceHours(14);
        Assert.Equal(1, (await RunAsync(journal)).Dropped);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task What_was_done_meanwhile_is_not_told()
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port);
        var course = Assert.Single(await journal.AllAsync<Course>());
        await journal.RecordAsync(
            new Draft("intake").Add(
                new Intake
                {
                    TreatmentId = course.TreatmentId,
                    CourseId = course.Id,
                    Day = journal.Today,
                    Slot = 1,
                    Source = DayDoses.Source,
                }
            )
        );
        clock.AdvanceHours(1);
        Assert.Equal(1, (await RunAsync(journal)).Dropped);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task In_the_quiet_hours_it_waits_until_they_are_over()
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port, s =>
            s with
            {
                QuietFrom = new(13, 0),
                QuietTo = new(15, 0),
            }
        );
        clock.AdvanceHours(1);
        Assert.Equal(new MailRound(1, 0, 0, 0), await RunAsync(journal));
        clock.AdvanceHours(1);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
    }

    [Fact]
    public async Task Snoozed_it_comes_once_more_and_the_one_that_waited_does_not()
    {
        var port = SmtpServer.FreePort();
        var (journal, clock) = await StartAsync(Storage.Sqlite, port);
        clock.AdvanceHours(1);
        await RunAsync(journal); // waits, since no server is there
        var settings = await ReminderSettings.ReadAsync(journal);
        var source = await ReminderSource.ReadAsync(journal, journal.Today);
        await MailDelivery.SnoozeAsync(
            journal,
            ReminderPlan
                .Between(settings, source, journal.Now - Duration.FromHours(2), journal.Now, journal.Days)
                .Single(),
            Duration.FromMinutes(15)
        );

        await using var server = new SmtpServer(port);
        clock.AdvanceMinutes(14);
        Assert.Equal(default, await RunAsync(journal));
        clock.AdvanceMinutes(2);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
        clock.AdvanceHours(1);
        await RunAsync(journal);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_log_in_is_given_and_a_wrong_one_is_told()
    {
        await using var server = new SmtpServer { LogIn = ("ana", "right") };
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port, s =>
            s with
            {
                Mail = s.Mail! with { User = "ana", Secret = "wrong" },
            }
        );
        clock.AdvanceHours(1);
        await RunAsync(journal);
        Assert.Equal("log-in", Assert.Single(await journal.MailsAsync(Instant.FromUnixTimeTicks(0))).Problem);
        var settings = await ReminderSettings.ReadAsync(journal);
        await (settings with { Mail = settings.Mail! with { Secret = "right" } }).WriteAsync(journal);
        clock.AdvanceMinutes(5);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
    }

    [Fact]
    public async Task Where_the_line_cannot_be_private_nothing_is_sent()
    {
        await using var server = new SmtpServer(); // knows no STARTTLS
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port, s =>
            s with
            {
                Mail = s.Mail! with { Security = MailSecurity.StartTls },
            }
        );
        clock.AdvanceHours(1);
        await RunAsync(journal);
        Assert.Empty(server.Taken);
        Assert.Equal("not-private", Assert.Single(await journal.MailsAsync(Instant.FromUnixTimeTicks(0))).Problem);
    }

    [Fact]
    public async Task A_server_that_wants_a_log_in_gets_none_and_the_page_can_say_so()
    {
        await using var server = new SmtpServer { LogIn = ("ana", "right") };
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port);
        clock.AdvanceHours(1);
        await RunAsync(journal);
        var waiting = Assert.Single(await AllAsync(journal));
        Assert.Equal((MailState.Queued, "log-in"), (waiting.State, waiting.Problem));
    }

    [Fact]
    public async Task A_log_in_that_the_server_does_not_know_is_not_called_a_line_that_is_not_private()
    {
        await using var server = new SmtpServer(); // offers no AUTH
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port, s =>
            s with
            {
                Mail = s.Mail! with { User = "ana", Secret = "right" },
            }
        );
        clock.AdvanceHours(1);
        await RunAsync(journal);
        Assert.Equal("log-in", Assert.Single(await AllAsync(journal)).Problem);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_the_quiet_hours_held_back_comes_in_one_mail_in_neutral_words(string storage)
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(storage, server.Port, s =>
            s with
            {
                QuietFrom = new(13, 0),
                QuietTo = new(15, 0),
                CheckinAt = new(14, 15),
            }
        );
        clock.AdvanceMinutes(90);
        Assert.Equal(0, (await RunAsync(journal)).Sent);
        clock.AdvanceMinutes(31);
        Assert.Equal(2, (await RunAsync(journal)).Sent);
        Assert.Equal(default, await RunAsync(journal));
        var mail = Assert.Single(server.Taken);
        Assert.Contains("Subject: 2 ", mail, StringComparison.Ordinal);
        Assert.Contains("13:30", mail, StringComparison.Ordinal);
        Assert.Contains("14:15", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("duloxetine", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Snoozed_before_it_was_queued_and_snoozed_again_it_comes_once(string storage)
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(storage, server.Port);
        clock.AdvanceHours(1);
        var dose = await DoseAsync(journal);
        await MailDelivery.SnoozeAsync(journal, dose, Duration.FromMinutes(10)); // no round has run yet
        Assert.Equal(default, await RunAsync(journal));
        clock.AdvanceMinutes(5);
        await MailDelivery.SnoozeAsync(journal, dose, Duration.FromHours(1));
        clock.AdvanceMinutes(20);
        Assert.Equal(default, await RunAsync(journal));
        clock.AdvanceHours(1);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Snoozed_to_tomorrow_it_outlives_a_server_that_is_down_then()
    {
        var port = SmtpServer.FreePort();
        var (journal, clock) = await StartAsync(Storage.Sqlite, port);
        clock.AdvanceHours(1);
        await MailDelivery.SnoozeAsync(journal, await DoseAsync(journal), Duration.FromHours(23));
        clock.AdvanceHours(23);
        Assert.Equal(1, (await RunAsync(journal)).Failed);
        await using var server = new SmtpServer(port);
        clock.AdvanceMinutes(2);
        Assert.Equal(1, (await RunAsync(journal)).Sent);
    }

    [Fact]
    public async Task It_waits_longer_after_each_try_and_gives_up_within_half_a_day()
    {
        var (journal, clock) = await StartAsync(Storage.Sqlite, SmtpServer.FreePort());
        clock.AdvanceMinutes(31);
        var waits = new List<Duration>();
        for (var i = 0; i < 40; i++)
        {
            await RunAsync(journal);
            var mail = (await AllAsync(journal)).Single(m =>
                m.Reminder.EndsWith(":1", StringComparison.Ordinal) && m.Day == new LocalDate(2026, 11, 22)
            );
            if (mail.State == MailState.Dropped)
            {
                Assert.Equal("late", mail.Problem);
                Assert.InRange(clock.GetCurrentInstant() - mail.At, Duration.FromHours(11), MailDelivery.Stale);
                Assert.Equal(waits.Order(), waits);
                Assert.True(waits[^1] > waits[0]);
                return;
            }
            waits.Add(mail.NotBefore - clock.GetCurrentInstant());
            clock.Reset(mail.NotBefore);
        }
        Assert.Fail("It never gave up.");
    }

    /// <remarks>
    /// A kill leaves what was written last: before the claim a queued row, after it one that is being sent.
    /// </remarks>
    [Theory, MemberData(nameof(Storages))]
    public async Task After_a_kill_the_queue_goes_on_and_what_was_being_handed_over_is_not_sent_twice(string storage)
    {
        await using var server = new SmtpServer();
        var (journal, clock) = await StartAsync(storage, server.Port, s => s with { CheckinAt = new(13, 45) });
        clock.AdvanceHours(1);
        var dose = await DoseAsync(journal);
        var row = new ReminderMail
        {
            PersonId = journal.Person.Id,
            Id = dose.Id,
            Reminder = dose.Reminder,
            Day = dose.Day,
            At = dose.At,
            NotBefore = dose.RemindAt,
        };
        await journal.QueueAsync(row);
        await journal.MoveAsync(row, row with { State = MailState.Sending, Tries = 1 });

        var reopened = await (
            await JournalStore.OpenAsync(journal.Store.Place, clock, TestContext.Current.CancellationToken)
        ).OfAsync(journal.Person.Id);
        Assert.Equal(1, (await RunAsync(reopened)).Sent);
        Assert.Contains(English["reminders.title.checkin"], Assert.Single(server.Taken), StringComparison.Ordinal);
        Assert.Equal([MailState.Sending, MailState.Sent], (await AllAsync(reopened)).Select(m => m.State).Order());
    }

    [Fact]
    public async Task The_same_reminder_has_the_same_message_id_on_every_try()
    {
        await using var server = new SmtpServer { Refuses = true };
        var (journal, clock) = await StartAsync(Storage.Sqlite, server.Port);
        clock.AdvanceHours(1);
        await RunAsync(journal);
        server.Refuses = false;
        clock.AdvanceMinutes(2);
        await RunAsync(journal);
        Assert.Contains(
            $"Message-Id: <{(await AllAsync(journal)).Single().Id:N}@inomya.invalid>",
            Assert.Single(server.Taken),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Of_two_that_take_the_same_reminder_one_gets_it(string storage)
    {
        var (journal, _) = await StartAsync(storage, 1);
        var mail = new ReminderMail
        {
            PersonId = journal.Person.Id,
            Id = Guid.CreateVersion7(),
            Reminder = "checkin",
            Day = journal.Today,
            At = journal.Now,
            NotBefore = journal.Now,
        };
        Assert.True(await journal.QueueAsync(mail));
        Assert.False(await journal.QueueAsync(mail));
        var claimed = mail with { State = MailState.Sending, Tries = 1 };
        Assert.Equal(
            [false, true],
            (await Task.WhenAll(journal.MoveAsync(mail, claimed), journal.MoveAsync(mail, claimed))).Order()
        );
    }

    private static Task<IReadOnlyList<ReminderMail>> AllAsync(Journal journal) =>
        journal.MailsAsync(Instant.FromUnixTimeTicks(0));

    /// <summary>The dose that was due in the last two hours.</summary>
    private static async Task<Occurrence> DoseAsync(Journal journal) =>
        ReminderPlan
            .Between(
                await ReminderSettings.ReadAsync(journal),
                await ReminderSource.ReadAsync(journal, journal.Today),
                journal.Now - Duration.FromHours(2),
                journal.Now,
                journal.Days
            )
            .First(o => o.Kind == ReminderKind.Dose);

    private static Task<MailRound> RunAsync(Journal journal) =>
        new MailDelivery(journal, English, new Mailer(secret => secret)).RunAsync(
            TestContext.Current.CancellationToken
        );

    /// <summary>A journal at 13:00 in Madrid with one dose at 13:30, and mail switched on.</summary>
    private static async Task<(Journal Journal, FakeClock Clock)> StartAsync(
        string storage,
        int port,
        Func<ReminderSettings, ReminderSettings>? change = null
    )
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(storage, clock);
        var treatment = new Treatment { Name = "duloxetine" };
        await journal.RecordAsync(
            new Draft("medicine")
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = journal.Today,
                        Schedule = new() { Times = [new(13, 30)] },
                    }
                )
        );
        var settings = new ReminderSettings
        {
            Doses = true,
            ByMail = true,
            MailSince = journal.Now,
            Mail = new MailSettings(
                "127.0.0.1",
                port,
                MailSecurity.None,
                null,
                null,
                "inomya@example.org",
                "ana@example.org"
            ),
        };
        await (change?.Invoke(settings) ?? settings).WriteAsync(journal);
        return (journal, clock);
    }
}
