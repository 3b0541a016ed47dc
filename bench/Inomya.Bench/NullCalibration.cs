using System.Globalization;
using Inomya.Analysis;
using Inomya.Bench.People;

namespace Inomya.Bench;

/// <summary>Where nothing is there, p-values must be uniform: Kolmogorov and Smirnov's distance over many persons.</summary>
internal static class NullCalibration
{
    public static void Run(int persons)
    {
        var nothing = Scenario.All.Single(s => s.Name == "null") with { Weekly = 0 };
        var trial = Scenario.All.Single(s => s.Name == "blocks") with { Causes = 0, Days = (112, 182), Weekly = 0 };
        var results = Analyse(nothing, persons);
        var reacting = Analyse(nothing with { Reaction = 0.6 }, persons);
        var trials = Analyse(trial, persons, noEffect: true);
        var rows = new List<string[]>
        {
            Row("one factor and lag a person", results.Select((r, i) => r.Triggers[i % r.Triggers.Count].P)),
            Row("days of the week", results.Select(r => r.Weekdays!.P)),
            Row("payback", results.Select(r => r.BoomAndBust[0].P)),
            Row("payback, less activity on bad days", reacting.Select(r => r.BoomAndBust[0].P)),
            Row(
                "blocks, randomisation test",
                trials.Where(t => t.Treatment?.Randomisation is not null).Select(t => t.Treatment!.Randomisation!.P)
            ),
            Row(
                "blocks, model",
                trials
                    .Where(t => t.Treatment is not null)
                    .Select(t =>
                        2 * Math.Min(t.Treatment!.ProbabilityOfImprovement, 1 - t.Treatment.ProbabilityOfImprovement)
                    )
            ),
        };
        Table.Print(
            "Null calibration: p-values of persons for whom nothing is there",
            ["what", "persons", "share below 0.05", "KS distance", "KS p"],
            rows
        );
        var wrong = results.Count(r => r.Triggers.Any(t => t.Selected));
        Console.WriteLine($"  {wrong} of {persons} null persons have a false trigger.");
    }

    private static List<AnalysisResult> Analyse(Scenario scenario, int persons, bool noEffect = false) =>
        [
            .. Enumerable
                .Range(10_000, persons)
                .AsParallel()
                .AsOrdered()
                .Select(seed => Maker.Make(scenario, seed))
                .Where(p => !noEffect || p.TreatmentEffect == 0)
                .Select(p => Engine.Analyze(p.Table, p.Roles)),
        ];

    private static string[] Row(string what, IEnumerable<double> values)
    {
        var p = values.Order().ToArray();
        var distance = p.Select(
                (v, i) => Math.Max(Math.Abs(v - (double)i / p.Length), Math.Abs(v - (i + 1.0) / p.Length))
            )
            .Max();
        return
        [
            what,
            Text(p.Length, "0"),
            Text(p.Count(v => v < 0.05) / (double)p.Length, "0.000"),
            Text(distance, "0.000"),
            Text(KolmogorovP(distance, p.Length), "0.000"),
        ];
    }

    /// <summary>Stephens' (1970) correction of the limit law, J. R. Stat. Soc. B 32(1), 115-122.</summary>
    private static double KolmogorovP(double distance, int n)
    {
        var x = distance * (Math.Sqrt(n) + 0.12 + 0.11 / Math.Sqrt(n));
        double sum = 0;
        for (var k = 1; k <= 100; k++)
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * x * x);
        return x < 0.2 ? 1 : Math.Clamp(sum, 0, 1);
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
