namespace Inomya.Analysis.Tests;

/// <summary>Courses and bad days against numbers made by other means (reference/).</summary>
public class CourseReferenceTests
{
    private const int First = 20_000;

    [Fact]
    public void Two_courses_agree_with_one_dense_fit_for_every_combination()
    {
        var (y, expected) = (new Reference("courses-data.csv")["y"], new Reference("courses.csv"));
        List<double[]> columns =
        [
            [.. y.Select(_ => 1.0)],
            [.. Enumerable.Range(0, y.Length).Select(t => t / (y.Length - 1.0) - 0.5)],
        ];
        TreatmentCourse[] courses =
        [
            new("a", First + 25, First + 69) { FullAfterDays = 12 },
            new("b", First + 48, null) { FullAfterDays = 12 },
        ];
        var curves = courses.Select(c => DoseCurve.Of(c, First, y.Length)).ToList();
        var found = new CourseModel(y, columns, [0, 6], curves, default).Run();
        Assert.Equal([1, 0], found.Select(f => f.Speed));
        // What is left out weighs less than one in a thousand, and parts that are alike are merged: near is near
        // enough.
        Assert.Equal(expected["estimate"], found.Select(f => f.Effect.Mean), Near(0.01));
        Assert.Equal(expected["lo"], found.Select(f => f.Effect.Quantile(0.025)), Near(0.01));
        Assert.Equal(expected["hi"], found.Select(f => f.Effect.Quantile(0.975)), Near(0.01));
        Assert.Equal(expected["near"], found.Select(f => f.ShiftNear(40, 10)), Near(0.005));
    }

    [Fact]
    public void A_bad_day_is_worth_the_mean_beyond_its_bound()
    {
        var expected = new Reference("bad-days.csv");
        for (var i = 0; i < expected["mean"].Length; i++)
        {
            double mean = expected["mean"][i],
                spread = expected["spread"][i],
                bound = expected["bound"][i];
            var (beyond, variance) = BadDays.Beyond(mean, spread, bound, 1);
            Assert.Equal(expected["beyond"][i], beyond, 1e-6);
            Assert.Equal(expected["variance"][i], variance, 1e-6);
            Assert.Equal(expected["chance"][i], BadDays.Chance(mean, spread, bound, expected["threshold"][i], 1), 1e-6);
            var mirrored = BadDays.Beyond(-mean, spread, -bound, -1);
            Assert.Equal((-beyond, variance), mirrored, (a, b) =>
                Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12
            );
        }
    }

    [Fact]
    public void A_dose_rises_in_a_straight_line_keeps_its_steps_and_is_gone_in_a_week()
    {
        var course = new TreatmentCourse("a", 3, 8) { FullAfterDays = 3, Doses = [new(3, 10), new(6, 20)] };
        var curves = DoseCurve.Of(course, 0, 18);
        Assert.Equal(4, curves.Length);
        Assert.Equal([0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1], curves[0][..9]);
        Assert.Equal(
            [1 - 1 / 7.0, 1 - 6 / 7.0, 0, 0],
            [curves[0][9], curves[0][14], curves[0][15], curves[0][17]],
            Near(1e-12)
        );
        Assert.Equal([0.125, 0.25, 0.375, 0.625, 0.875, 1], curves[3][3..9], Near(1e-12));
    }

    private static Func<double, double, bool> Near(double margin) => (a, b) => Math.Abs(a - b) < margin;
}
