using CsCheck;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Reminders;
using Inomya.Tests.Support;
using Inomya.Treatments;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Reminders;

public class ReminderPlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly DayClock Madrid = new(
        DayClock.UsualBoundary,
        [new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid")]
    );
    private static readonly Treatment Medicine = new() { Name = "Cymbalta, 60; \"slow\"\nrelease" },
        Walk = new() { Name = "Walk", Kind = TreatmentKind.Exercise };
    private static readonly Words English = new(new ContentFolder());

    private static ReminderSource Source(params Course[] courses) =>
        new([Medicine, Walk], courses, [], [], new HashSet<LocalDate>());

    private static Course At(Treatment treatment, params LocalTime[] times) =>
        new()
        {
            TreatmentId = treatment.Id,
            Start = new(2026, 1, 1),
            Schedule = new() { Times = times },
        };

    [Fact]
    public void Nothing_is_told_until_it_is_switched_on() =>
        Assert.Empty(
            ReminderPlan.Between(
                new ReminderSettings(),
                Source(At(Medicine, new LocalTime(8, 0))),
                Now - Duration.FromDays(9),
                Now,
                Madrid
            )
        );

    [Fact]
    public void Each_kind_is_told_by_itself()
    {
        var source = Source(At(Medicine, new LocalTime(8, 0)), At(Walk, new LocalTime(10, 0))) with
        {
            Appointments =
            [
                new Appointment
                {
                    With = "Dr Sol",
                    Day = new(2026, 11, 22),
                    Time = new(12, 30),
                },
            ],
        };
        ReminderKind[] Told(ReminderSettings settings) =>
            [.. ReminderPlan.Between(settings, source, Now - Duration.FromHours(12), Now, Madrid).Select(o => o.Kind)];
        Assert.Equal([ReminderKind.Dose], Told(new() { Doses = true }));
        Assert.Equal([ReminderKind.Exercise], Told(new() { Exercises = true }));
        Assert.Equal([ReminderKind.Checkin], Told(new() { CheckinAt = new(9, 0) }));
        Assert.Equal([ReminderKind.Appointment], Told(new() { Appointments = true, AppointmentLeadMinutes = 60 }));
        Assert.Equal(
            Instant.FromUtc(2026, 11, 22, 10, 30),
            ReminderPlan
                .Between(
                    new() { Appointments = true, AppointmentLeadMinutes = 60 },
                    source,
                    Now - Duration.FromDays(1),
                    Now,
                    Madrid
                )
                .Single()
                .RemindAt
        );
    }

    [Fact]
    public void What_is_done_needs_no_reminder()
    {
        var course = At(Medicine, new LocalTime(8, 0), new LocalTime(12, 0));
        var source = Source(course) with
        {
            Intakes =
            [
                new Intake
                {
                    TreatmentId = Medicine.Id,
                    CourseId = course.Id,
                    Day = new(2026, 11, 22),
                    Slot = 2,
                    Source = "dose",
                },
            ],
            CheckedIn = new HashSet<LocalDate> { new(2026, 11, 22) },
        };
        var told = ReminderPlan.Between(
            new() { Doses = true, CheckinAt = new(9, 0) },
            source,
            Now - Duration.FromHours(8),
            Now,
            Madrid
        );
        Assert.Equal([false, true, true], told.OrderBy(o => o.RemindAt).Select(o => ReminderPlan.IsDone(o, source)));
    }

    [Theory]
    [
        InlineData(21, 59, false),
        InlineData(22, 0, true),
        InlineData(3, 0, true),
        InlineData(6, 59, true),
        InlineData(7, 0, false),
        InlineData(12, 0, false)
    ]
    public void Quiet_hours_may_run_over_midnight(int hour, int minute, bool quiet) =>
        Assert.Equal(
            quiet,
            new ReminderSettings { QuietFrom = new(22, 0), QuietTo = new(7, 0) }.IsQuiet(new(hour, minute))
        );

    [Fact]
    public void What_falls_in_the_quiet_hours_comes_when_they_end_also_in_the_night_of_a_clock_change()
    {
        var settings = new ReminderSettings { QuietFrom = new(22, 0), QuietTo = new(7, 0) };
        // 23:00 in Madrid before the clock goes forward; seven in the morning is then 05:00 UTC
        Assert.Equal(
            Instant.FromUtc(2026, 3, 29, 5, 0),
            ReminderPlan.AfterQuiet(settings, Instant.FromUtc(2026, 3, 28, 22, 0), Madrid)
        );
        Assert.Equal(Now, ReminderPlan.AfterQuiet(settings, Now, Madrid));
    }

    [Fact]
    public void Over_clock_changes_and_journeys_each_occurrence_is_told_once() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[0, 9000], Gen.Bool)
            .Sample(
                (start, one, other, moved, east) =>
                {
                    var days = new DayClock(
                        DayClock.UsualBoundary,
                        [
                            new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid"),
                            new ZoneSince(
                                Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(moved),
                                east ? "Asia/Kolkata" : "America/Lima"
                            ),
                        ]
                    );
                    var source = Source(At(Medicine, new(0, 30), new(2, 30), new(8, 0), new(23, 45)));
                    var settings = new ReminderSettings { Doses = true, CheckinAt = new(3, 30) };
                    var a = Instant.FromUtc(2026, 1, 10, 5, 0) + Duration.FromHours(start * 20);
                    var (b, c) = (a + Duration.FromHours(one), a + Duration.FromHours(one + other));
                    var parts = ReminderPlan
                        .Between(settings, source, a, b, days)
                        .Concat(ReminderPlan.Between(settings, source, b, c, days))
                        .Select(o => o.Id)
                        .ToList();
                    Assert.Equal(parts.Count, parts.Distinct().Count());
                    Assert.Equal(
                        ReminderPlan.Between(settings, source, a, c, days).Select(o => o.Id).Order(),
                        parts.Order()
                    );
                },
                iter: 300
            );

    [Fact]
    public void The_calendar_is_read_by_another_reader_and_says_nothing_of_a_medicine()
    {
        var settings = new ReminderSettings { Doses = true };
        var calendar = Ics.Read(Feed(settings, [Now + Duration.FromHours(1)]));
        var events = calendar.Inner.Where(c => c.Name == "VEVENT").ToList();
        Assert.Equal("2.0", calendar["VERSION"]);
        Assert.Equal(8, events.Count); // seven days and one asked for again
        Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct().Count());
        Assert.All(events, e => Assert.Equal("PRIVATE", e["CLASS"]));
        Assert.All(events, e => Assert.True(e.Utc("DTEND") > e.Utc("DTSTART")));
        Assert.DoesNotContain("Cymbalta", Feed(settings, []), StringComparison.Ordinal);
        Assert.DoesNotContain("dose", Feed(settings, []), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(English["reminders.title.dose"], events[0]["SUMMARY"]);
        Assert.Equal("DISPLAY", events[0].Inner.Single(i => i.Name == "VALARM")["ACTION"]);
    }

    [Fact]
    public void A_name_stands_in_the_calendar_only_by_choice_and_whole()
    {
        var calendar = Ics.Read(Feed(new ReminderSettings { Doses = true, Names = true }, []));
        Assert.All(calendar.Inner.Where(c => c.Name == "VEVENT"), e => Assert.Equal(Medicine.Name, e["SUMMARY"]));
    }

    [Fact]
    public void Eight_in_the_morning_stays_eight_over_the_clock_change_and_keeps_its_id()
    {
        var course = At(Medicine, new LocalTime(8, 0));
        var before = ReminderPlan.Between(
            new() { Doses = true },
            Source(course),
            Instant.FromUtc(2026, 3, 27, 0, 0),
            Instant.FromUtc(2026, 3, 31, 0, 0),
            Madrid
        );
        Assert.Equal([7, 7, 6, 6], before.Select(o => o.At.InUtc().Hour));
        var moved = new DayClock(
            DayClock.UsualBoundary,
            [
                new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid"),
                new ZoneSince(Instant.FromUtc(2026, 3, 29, 20, 0), "America/Lima"),
            ]
        );
        var after = ReminderPlan.Between(
            new() { Doses = true },
            Source(course),
            Instant.FromUtc(2026, 3, 27, 0, 0),
            Instant.FromUtc(2026, 3, 31, 0, 0),
            moved
        );
        Assert.Equal(before.Select(o => o.Id), after.Select(o => o.Id));
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 13, 0), after[^1].At);
    }

    [Fact]
    public void An_alarm_does_not_ring_in_the_quiet_hours()
    {
        var quiet = new ReminderSettings
        {
            Doses = true,
            QuietFrom = new(7, 0),
            QuietTo = new(9, 0),
        };
        Assert.All(Ics.Read(Feed(quiet, [])).Inner.Where(c => c.Name == "VEVENT"), e => Assert.Empty(e.Inner));
    }

    private static string Feed(ReminderSettings settings, Instant[] snoozed) =>
        CalendarFeed.Write(
            ReminderPlan.Between(
                settings,
                Source(At(Medicine, new LocalTime(8, 0))),
                Now,
                Now + Duration.FromDays(7),
                Madrid
            ),
            snoozed,
            settings,
            Madrid,
            English,
            Now
        );
}
