using Inomya.Content;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Reminders;

/// <summary>To the minute: what a round tells, when quiet hours end, and what is done.</summary>
public class ReminderLimitsTests
{
    private static readonly LocalDate Sunday = new(2026, 11, 22);
    private static readonly Instant Eight = Instant.FromUtc(2026, 11, 22, 7, 0); // in Madrid
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly DayClock Madrid = new(
        DayClock.UsualBoundary,
        [new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid")]
    );
    private static readonly Treatment Pill = new() { Name = "Cymbalta" };
    private static readonly Words English = new(Shelf.Content);

    private static readonly Course Daily = new()
    {
        TreatmentId = Pill.Id,
        Start = new(2026, 1, 1),
        Schedule = new() { Times = [new(8, 0), new(20, 0)] },
    };

    private static ReminderSource Source(params Intake[] intakes) =>
        new([Pill], [Daily], [], intakes, new HashSet<LocalDate>());

    private static IReadOnlyList<Occurrence> Told(Instant after, Instant upTo, ReminderSource? source = null) =>
        ReminderPlan.Between(new() { Doses = true }, source ?? Source(), after, upTo, Madrid);

    [Fact]
    public void A_round_tells_what_is_due_at_its_last_minute_and_not_what_was_at_its_first()
    {
        Assert.Single(Told(Eight - Minute, Eight));
        Assert.Empty(Told(Eight, Eight + Minute));
        Assert.Empty(Told(Eight - Minute - Minute, Eight - Minute));
    }

    [Theory]
    [InlineData(120, 10, 0)]
    [InlineData(0, 12, 0)]
    public void An_appointment_is_told_as_long_before_as_was_asked_for(int lead, int hour, int minute)
    {
        var source = Source() with
        {
            Appointments =
            [
                new Appointment
                {
                    With = "Dr Sol",
                    Day = Sunday,
                    Time = new(12, 0),
                },
            ],
        };
        var told = Assert.Single(
            ReminderPlan.Between(
                new() { Appointments = true, AppointmentLeadMinutes = lead },
                source,
                Eight - Duration.FromDays(1),
                Eight + Duration.FromDays(1),
                Madrid
            )
        );
        Assert.Equal(new LocalTime(hour, minute), told.RemindAt.InZone(Madrid.ZoneAt(told.RemindAt)).TimeOfDay);
        Assert.Equal(new LocalTime(12, 0), told.At.InZone(Madrid.ZoneAt(told.At)).TimeOfDay);
    }

    [Theory]
    [InlineData(3, 59, 22)]
    [InlineData(4, 0, 22)]
    public void An_appointment_stands_on_the_calendar_also_before_four(int hour, int minute, int date)
    {
        var source = Source() with
        {
            Appointments =
            [
                new Appointment
                {
                    With = "ferry",
                    Day = Sunday,
                    Time = new(hour, minute),
                },
            ],
        };
        var told = Assert.Single(
            ReminderPlan.Between(
                new() { Appointments = true, AppointmentLeadMinutes = 0 },
                source,
                Eight - Duration.FromDays(2),
                Eight + Duration.FromDays(2),
                Madrid
            )
        );
        Assert.Equal(Instant.FromUtc(2026, 11, date, hour - 1, minute), told.At);
    }

    [Theory]
    [InlineData(21, 59, 21, 59)]
    [InlineData(22, 0, 7, 0)]
    [InlineData(6, 59, 7, 0)]
    [InlineData(7, 0, 7, 0)]
    public void What_falls_into_the_quiet_hours_comes_when_they_end(int hour, int minute, int then, int thenMinute)
    {
        var settings = new ReminderSettings { QuietFrom = new(22, 0), QuietTo = new(7, 0) };
        var at = Sunday.At(new LocalTime(hour, minute)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Madrid"]);
        var after = ReminderPlan.AfterQuiet(settings, at.ToInstant(), Madrid);
        Assert.Equal(new LocalTime(then, thenMinute), after.InZone(Madrid.ZoneAt(after)).TimeOfDay);
        Assert.True(after >= at.ToInstant() && after - at.ToInstant() < Duration.FromHours(10));
    }

    [Fact]
    public void Quiet_hours_that_end_when_they_begin_are_none()
    {
        var settings = new ReminderSettings { QuietFrom = new(7, 0), QuietTo = new(7, 0) };
        Assert.Equal(Eight, ReminderPlan.AfterQuiet(settings, Eight, Madrid));
        Assert.False(settings.IsQuiet(new(7, 0)));
    }

    private static Intake Took(int? slot, IntakeStatus status = IntakeStatus.Taken, int daysLater = 0) =>
        new()
        {
            TreatmentId = Pill.Id,
            CourseId = Daily.Id,
            Day = Sunday.PlusDays(daysLater),
            Slot = slot,
            Status = status,
            Source = "dose",
        };

    public static TheoryData<int?, IntakeStatus, int, bool, bool> Answers =>
        new()
        {
            { 1, IntakeStatus.Taken, 0, true, false },
            { 2, IntakeStatus.Late, 0, false, true },
            { 1, IntakeStatus.Skipped, 0, true, false }, // left out on purpose: no need to hear of it
            { null, IntakeStatus.Taken, 0, true, true }, // the whole day
            { 1, IntakeStatus.Extra, 0, false, false }, // one more, not the planned one
            { null, IntakeStatus.Extra, 0, false, false },
            { 1, IntakeStatus.Taken, 1, false, false }, // of the next day
        };

    [Theory, MemberData(nameof(Answers))]
    public void A_dose_is_done_by_its_own_answer_or_that_of_its_day(
        int? slot,
        IntakeStatus status,
        int daysLater,
        bool first,
        bool second
    )
    {
        var source = Source(Took(slot, status, daysLater));
        var told = Told(Eight - Minute, Eight + Duration.FromHours(13), source);
        Assert.Equal([first, second], told.Select(o => ReminderPlan.IsDone(o, source)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_name_is_told_only_where_the_person_chose_that(bool names, bool told) =>
        Assert.Equal(
            told,
            CalendarFeed
                .TitleOf(Told(Eight - Minute, Eight)[0], new() { Names = names }, English)
                .Contains("Cymbalta", StringComparison.Ordinal)
        );
}
