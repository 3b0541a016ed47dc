namespace Inomya.Analysis.Tests;

/// <summary>Which days count for a course and which for none, to the day.</summary>
public class CourseDaysTests
{
    private const int First = 20_000,
        Days = 160,
        Start = 90;

    private static readonly Roles None = new("pain", [], new Dictionary<string, FactorKind>());

    private static double[] Pain(int seed = 7)
    {
        var pain = Diary.Noise(new Random(seed), Days);
        for (var t = Start; t < Days; t++)
            pain[t] -= 1;
        return pain;
    }

    private static CourseEffect Judge(double[] pain, int? last = null, int start = Start) =>
        Assert.Single(
            Engine
                .Analyze(
                    new DailyTable(["pain"], [.. Enumerable.Range(First, Days)], [pain]),
                    None with
                    {
                        Courses = [new TreatmentCourse("pills", First + start, First + last)],
                    }
                )
                .Courses
        );

    [Fact]
    public void The_first_seven_days_of_a_course_count_for_neither_side()
    {
        var effect = Judge(Pain()).Effect!;
        Assert.Equal((Start, Days - Start - 7), (effect.DaysOff, effect.DaysOn));
    }

    /// <summary>Days are exchanged, so that neither the mean nor the spread of the record changes.</summary>
    [Theory]
    [InlineData(Start + 6, true)]
    [InlineData(Start + 7, false)]
    public void What_happened_in_the_first_seven_days_changes_nothing_and_the_eighth_does(int day, bool same)
    {
        var (one, other) = (Pain(), Pain());
        (one[Start], one[day]) = (4, -4);
        (other[Start], other[day]) = (-4, 4);
        var difference = Math.Abs(Judge(one).Effect!.Effect - Judge(other).Effect!.Effect);
        Assert.True(same ? difference < 1e-9 : difference > 1e-3, $"{difference}");
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void Fourteen_recorded_days_without_it_are_enough_and_thirteen_are_not(int recorded, bool told)
    {
        var pain = Pain();
        pain[0] = double.NaN; // a day before the course, and none of a record
        var course = Judge(pain, start: recorded + 1);
        Assert.Equal((recorded, told), (course.DaysOnFewerSide, course.Effect is not null));
        Assert.Equal(told ? null : DeclineReason.TooFewOnEachSide, course.Why);
    }

    [Theory]
    [InlineData(20, 14, true)]
    [InlineData(19, 13, false)]
    public void The_last_day_of_a_course_is_a_day_with_it_and_the_first_week_is_not(int more, int counted, bool told)
    {
        // from the start on: seven days that count for none, then so many to the last day, itself among them
        var course = Judge(Pain(), last: Start + more);
        Assert.Equal((counted, told), (course.DaysOnFewerSide, course.Effect is not null));
    }
}
