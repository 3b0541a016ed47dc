using CsCheck;

namespace Inomya.Analysis.Tests;

public class CourseTests
{
    private const int First = 20_000;

    private static readonly int Runs = int.TryParse(
        Environment.GetEnvironmentVariable("INOMYA_PROPERTY_RUNS"),
        out var asked
    )
        ? asked
        : 6;

    private static readonly TreatmentCourse[] Three =
    [
        new("early", First + 40, First + 150),
        new("late", First + 90, null),
        new("short", First + 170, First + 210),
    ];

    [Fact]
    public void Courses_that_overlap_are_each_judged_beside_the_others()
    {
        var table = Taken(Three, [-2, 0, 1], 240, seed: 1);
        var effects = Judged(table, Three);
        Assert.Equal(["early", "late", "short"], effects.Select(e => e.Name));
        Assert.InRange(-2, effects[0].Effect!.Lo, effects[0].Effect!.Hi);
        Assert.InRange(0, effects[1].Effect!.Lo, effects[1].Effect!.Hi);
        Assert.Equal(Verdict.ProbablyHelps, effects[0].Effect!.Verdict);
        Assert.NotEqual(Verdict.ProbablyHelps, effects[1].Effect!.Verdict);
        Assert.NotEqual(Verdict.ProbablyHelps, effects[2].Effect!.Verdict);
        Assert.All(effects, e => Assert.Empty(e.NotToldFrom));
    }

    /// <summary>
    /// The fault that was there: a medicine that works over weeks was told as no better, for a shift found on its way
    /// up.
    /// </summary>
    [Fact]
    public void What_works_over_six_weeks_is_not_lost_to_a_shift_of_the_level()
    {
        TreatmentCourse[] slow = [new("slow", First + 150, null)];
        for (var seed = 0; seed < 12; seed++)
        {
            var pain = Noise(300, seed);
            for (var t = 150; t < 300; t++)
                pain[t] -= 1.8 * Math.Min(1, (t - 149) / 42.0);
            var effect = Assert.Single(Judged(Table(pain), slow)).Effect!;
            Assert.NotEqual(Verdict.ProbablyNot, effect.Verdict);
            Assert.InRange(-1.8, effect.Lo - 0.4, effect.Hi + 0.4);
        }
    }

    [Fact]
    public void Two_that_are_always_taken_together_cannot_be_told_apart_and_it_says_what_would_tell()
    {
        TreatmentCourse[] twins = [new("a", First + 80, null), new("b", First + 82, null)];
        var effects = Judged(Taken(twins, [-1.5, 0], 200, seed: 3), twins);
        Assert.Equal(
            [
                ["b"],
                ["a"],
            ],
            effects.Select(e => e.NotToldFrom.ToArray())
        );
        Assert.All(effects, e => Assert.Contains(e.ToldByPauseOf, new[] { "a", "b" }));
        Assert.All(effects, e => Assert.Equal(Verdict.CannotTell, e.Effect!.Verdict));
    }

    [Fact]
    public void No_effect_is_said_only_where_the_interval_excludes_what_matters()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var table = Taken(Three, [0, 0, 0], 240, seed);
            foreach (var effect in Judged(table, Three, worth: 1).Select(e => e.Effect!))
                Assert.Equal(
                    effect.Verdict == Verdict.ProbablyNot,
                    effect.Lo > -1.001 && effect.Verdict != Verdict.ProbablyHelps
                );
        }
    }

    [Fact]
    public void Of_many_useless_courses_hardly_any_is_told_to_help()
    {
        TreatmentCourse[] many =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i => new TreatmentCourse($"{i}", First + 30 + 30 * i, First + 100 + 30 * i)),
        ];
        var helped = Enumerable
            .Range(0, 10)
            .Sum(seed =>
                Judged(Taken(many, new double[8], 360, seed), many)
                    .Count(e => e.Effect?.Verdict == Verdict.ProbablyHelps)
            );
        Assert.InRange(helped, 0, 2);
    }

    [Fact]
    public void One_of_many_that_is_beside_nothing_by_itself_only_is_not_told_to_help()
    {
        TreatmentCourse[] many =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i => new TreatmentCourse($"{i}", First + 30 + 30 * i, First + 100 + 30 * i)),
        ];
        var byItself = Enumerable
            .Range(0, 12)
            .SelectMany(seed => Judged(Taken(many, [-0.9, 0, 0, 0, -0.9, 0, 0, 0], 360, seed), many))
            .Where(e => e.Effect is { ProbabilityOfImprovement: >= 0.975 })
            .ToList();
        Assert.Contains(byItself, e => e.Q > 0.05);
        Assert.All(byItself, e => Assert.True(e.Q <= 0.05 || e.Effect!.Verdict != Verdict.ProbablyHelps));
    }

    [Fact]
    public void The_order_of_courses_does_not_matter() =>
        Gen.Int[0, 1000]
            .Sample(
                seed =>
                {
                    var table = Taken(Three, [-1, 0.5, -1], 240, seed);
                    TreatmentCourse[] turned = [Three[2], Three[0], Three[1]];
                    var (plain, other) = (Judged(table, Three), Judged(table, turned));
                    foreach (var effect in plain)
                    {
                        var same = other.Single(o => o.Name == effect.Name);
                        Assert.Equal(effect.Effect!.Effect, same.Effect!.Effect, 0.05);
                        Assert.Equal(effect.Effect!.Lo, same.Effect!.Lo, 0.1);
                    }
                },
                iter: Runs
            );

    [Fact]
    public void Another_scale_changes_effects_by_as_much_and_nothing_else() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Double[0.1, 20], Gen.Double[-50, 50])
            .Sample(
                (seed, scale, shift) =>
                {
                    var table = Taken(Three, [-1, 0.5, -1], 240, seed);
                    var scaled = Table([.. table.Columns[0].Select(v => v * scale + shift)]);
                    var (plain, other) = (Judged(table, Three), Judged(scaled, Three));
                    Assert.Equal(
                        plain.Select(e => e.Effect!.Effect * scale),
                        other.Select(e => e.Effect!.Effect),
                        (a, b) => Math.Abs(a - b) < 1e-5 * Math.Max(1, scale)
                    );
                    Assert.Equal(plain.Select(e => e.Effect!.Verdict), other.Select(e => e.Effect!.Verdict));
                },
                iter: Runs
            );

    [Fact]
    public void Sixty_courses_at_once_are_judged_in_time_and_hardly_anything_is_said()
    {
        TreatmentCourse[] sixty =
        [
            .. Enumerable.Range(0, 60).Select(i => new TreatmentCourse($"{i}", First + 60 + 2 * i, First + 250 + i)),
        ];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var effects = Judged(Taken(sixty, new double[60], 365, seed: 5), sixty);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(60, effects.Count);
        Assert.All(effects, e => Assert.True(e.Effect is null || double.IsFinite(e.Effect.Lo + e.Effect.Hi)));
        Assert.InRange(effects.Count(e => e.Effect?.Verdict == Verdict.ProbablyHelps), 0, 1);
    }

    [Fact]
    public void A_course_of_a_day_and_one_to_come_are_declined_and_the_rest_is_judged()
    {
        TreatmentCourse[] courses =
        [
            Three[0],
            new("a day", First + 100, First + 100),
            new("to come", First + 5_000, null),
            new("ends before it begins", First + 90, First + 80),
        ];
        var effects = Judged(Taken([Three[0]], [-2], 240, seed: 6), courses);
        Assert.NotNull(effects[0].Effect);
        Assert.All(effects.Skip(1), e => Assert.Equal((null, DeclineReason.TooFewOnEachSide), (e.Effect, e.Why)));
    }

    [Fact]
    public void Steps_of_a_dose_without_a_dose_are_one_dose_throughout()
    {
        var table = Taken([Three[0]], [-2], 240, seed: 7);
        var plain = Judged(table, [Three[0]])[0].Effect!;
        var steps = Judged(
            table,
            [Three[0] with { Doses = [new(First + 40, double.NaN), new(First + 60, double.NaN)] }]
        )[0].Effect!;
        Assert.Equal((plain.Effect, plain.Lo), (steps.Effect, steps.Lo));
    }

    [Fact]
    public void A_dose_that_was_halved_tells_what_the_whole_one_does()
    {
        var course = Three[1] with { Doses = [new(First + 90, 20), new(First + 160, 10)], FullAfterDays = 0 };
        var effect = Assert.Single(Judged(Taken([course], [-2], 240, seed: 8), [course])).Effect!;
        Assert.InRange(-2, effect.Lo, effect.Hi);
        Assert.Equal(Verdict.ProbablyHelps, effect.Verdict);
    }

    private static IReadOnlyList<CourseEffect> Judged(DailyTable table, TreatmentCourse[] courses, double? worth = null)
    {
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>())
        {
            Courses = courses,
            MinimalImportantChange = worth,
        };
        return Engine.Analyze(table, roles).Courses;
    }

    private static DailyTable Taken(TreatmentCourse[] courses, double[] effects, int days, int seed)
    {
        var pain = Noise(days, seed);
        for (var j = 0; j < courses.Length; j++)
        {
            var curve = DoseCurve.Of(courses[j], First, days)[0];
            for (var t = 0; t < days; t++)
                pain[t] += effects[j] * curve[t];
        }
        return Table(pain);
    }

    private static double[] Noise(int days, int seed)
    {
        var pain = Diary.Noise(new Random(seed), days);
        for (var t = 1; t < days; t++)
            pain[t] += 0.4 * pain[t - 1];
        return pain;
    }

    private static DailyTable Table(double[] pain) => new(["pain"], [.. Enumerable.Range(First, pain.Length)], [pain]);
}
