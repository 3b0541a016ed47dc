using Inomya.Checkins;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Checkins;

/// <summary>What "the same as yesterday" takes over, how far back it looks, and which answer stands.</summary>
public class CheckinLimitsTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Question Pain = new("pain");

    private static DayRead Read(params PastValue[] before) =>
        new()
        {
            Day = Today,
            Entries = [],
            Before = before,
            Intakes = [],
            Notes = [],
            Courses = [],
            Treatments = new Dictionary<Guid, string>(),
            Flare = null,
            OwnMeasures = [],
            Devices = [],
            Changes = [],
            Settings = new Dictionary<SettingKey, string>(),
        };

    private static PastValue Rated(int daysAgo, double value, string source = "checkin", string measure = "pain") =>
        new(Today.PlusDays(-daysAgo), measure, null, value, 0, 10, source);

    private static Intake Took(Course course, int daysAgo, IntakeStatus status = IntakeStatus.Taken) =>
        new()
        {
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = Today.PlusDays(-daysAgo),
            Status = status,
            Source = Checkin.Source,
        };

    private static Course Taking(bool needed) =>
        new()
        {
            TreatmentId = Guid.CreateVersion7(),
            Start = Today.PlusDays(-30),
            Schedule = new() { AsNeeded = needed },
        };

    [Fact]
    public void The_same_as_yesterday_takes_over_what_is_taken_by_plan_and_never_what_was_taken_when_needed()
    {
        var (planned, needed, ended) = (Taking(false), Taking(true), Taking(false));
        var read = Read(Rated(1, 6)) with { Intakes = [Took(planned, 1), Took(needed, 1), Took(ended, 1)] };
        var same = Checkin.SameAs(Checkin.LastBefore(read)!.Value.Answers, [planned, needed]);
        Assert.Equal([planned.Id], same.Intakes.Keys);
        Assert.Equal(6, same.Values[Pain]);
        Assert.Null(same.Note);
    }

    [Fact]
    public void What_was_left_out_yesterday_is_taken_over_as_left_out()
    {
        var planned = Taking(false);
        var read = Read(Rated(1, 6)) with { Intakes = [Took(planned, 1, IntakeStatus.Skipped)] };
        var last = Checkin.LastBefore(read)!.Value.Answers;
        Assert.Equal(IntakeStatus.Skipped, Checkin.SameAs(last, [planned]).Intakes[planned.Id]);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void The_last_check_in_is_at_most_a_week_old(int daysAgo, bool found) =>
        Assert.Equal(found, Checkin.LastBefore(Read(Rated(daysAgo, 6))) is not null);

    [Fact]
    public void The_last_check_in_is_one_that_was_typed_and_has_its_own_day_alone()
    {
        var last = Checkin
            .LastBefore(Read(Rated(3, 2, measure: "fatigue"), Rated(2, 4), Rated(2, 5), Rated(1, 9, "now")))!
            .Value;
        Assert.Equal(Today.PlusDays(-2), last.Day);
        Assert.Equal(new Dictionary<Question, double?> { [Pain] = 5 }, last.Answers.Values);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Whoever_is_asked_weekly_is_asked_seven_days_after_the_last_time(int daysAgo, bool waits)
    {
        var read = Read(Rated(daysAgo, 6)) with
        {
            Settings = new Dictionary<SettingKey, string> { [Rhythm.Setting] = Rhythm.Weekly },
        };
        Assert.Equal(waits ? Today.PlusDays(7 - daysAgo) : null, Rhythm.NextAsked(read));
        Assert.Null(Rhythm.NextAsked(Read(Rated(daysAgo, 6))));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_same_answers_in_a_row_make_a_question_steady_and_four_do_not(int times, bool steady)
    {
        var habits = new Habits(Read([.. Enumerable.Range(1, times).Reverse().Select(d => Rated(d, 3))]));
        Assert.Equal(steady ? 3 : null, habits.Steady("pain"));
        Assert.Equal(steady ? 1 : 0, habits.Likely("pain").Count);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_question_rests_after_ten_check_ins_without_an_answer_and_not_after_nine(int times, bool rests)
    {
        List<PastValue> typed = [.. Enumerable.Range(1, times).Reverse().Select(d => Rated(d, 3))];
        Assert.Equal(rests, new Habits(Read([.. typed])).IsLeftEmpty("fatigue"));
        typed.Insert(0, Rated(times, 2, measure: "fatigue"));
        Assert.False(new Habits(Read([.. typed])).IsLeftEmpty("fatigue"));
    }

    /// <summary>What the form held when it was made, what the day holds now, and what the form says.</summary>
    [Theory]
    [InlineData(null, null, 5.0, 5.0, false)]
    [InlineData(4.0, 4.0, 4.0, null, false)] // not touched
    [InlineData(4.0, 7.0, 4.0, null, false)] // not touched here, changed elsewhere
    [InlineData(4.0, 4.0, 5.0, 5.0, false)]
    [InlineData(4.0, 5.0, 5.0, 5.0, false)] // both said the same
    [InlineData(4.0, 7.0, 5.0, null, true)]
    [InlineData(null, 7.0, 5.0, null, true)] // a second tap does not take the place of what was recorded
    public void An_answer_counts_only_where_nobody_gave_another_one_meanwhile(
        double? seen,
        double? now,
        double given,
        double? written,
        bool asked
    )
    {
        CheckinAnswers Of(double? value) =>
            new() { Values = value is null ? new Dictionary<Question, double?>() : new() { [Pain] = value } };
        var (answers, conflicts) = Checkin.Merge(Of(seen), Of(now), Of(given));
        Assert.Equal(written, answers.Values.GetValueOrDefault(Pain));
        Assert.Equal(asked ? 1 : 0, conflicts.Count);
    }
}
