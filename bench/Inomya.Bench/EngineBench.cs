using System.Diagnostics;
using System.Globalization;
using Inomya.Analysis;
using Inomya.Bench.People;

namespace Inomya.Bench;

/// <summary>How right the engine is on made persons, scenario by scenario, how long it takes, and how that grows.</summary>
internal static class EngineBench
{
    public static int Run(int personsEach, int nullPersons)
    {
        Scores(personsEach);
        Growth();
        NullCalibration.Run(nullPersons);
        return 0;
    }

    private static void Scores(int personsEach)
    {
        var all = new List<Score>();
        var rows = new List<string[]>();
        foreach (var scenario in Scenario.All)
        {
            var scores = Enumerable
                .Range(1, personsEach)
                .AsParallel()
                .AsOrdered()
                .Select(seed => Judge(Maker.Make(scenario, seed)))
                .ToList();
            rows.Add(Row(scenario.Name, scores));
            all.AddRange(scores);
        }
        rows.Add(Row("all", all));
        string[] head =
        [
            "scenario",
            "persons",
            "factor F1",
            "and lag",
            "false",
            "cover",
            "wrong sign",
            "treat cover",
            "shift F1",
            "false shifts",
            "flare F1",
            "skill",
            "calib",
            "ms",
        ];
        Table.Print($"Engine {Engine.Version}: false = share of persons with a false trigger", head, rows);
    }

    private static Score Judge(Person person)
    {
        var watch = Stopwatch.StartNew();
        var result = Engine.Analyze(person.Table, person.Roles);
        return Score.Of(person, result, watch.Elapsed.TotalMilliseconds);
    }

    private static string[] Row(string name, List<Score> s) =>
        [
            name,
            s.Count.ToString(CultureInfo.InvariantCulture),
            F1(s, x => x.Factors),
            F1(s, x => x.Lags),
            Mean(s.Select(x => x.FalseTrigger ? 1.0 : 0)),
            Mean(s.SelectMany(x => x.Covered)),
            s.Sum(x => x.WrongSigns).ToString(CultureInfo.InvariantCulture),
            Mean(s.SelectMany(x => x.TreatmentCovered)),
            F1(s, x => x.Shifts),
            Mean(s.Select(x => (double)x.Shifts.Said - x.Shifts.Right)),
            F1(s, x => x.FlareDays),
            Skill(s),
            Calibration(s),
            Number(s.Average(x => x.Milliseconds), "0.0"),
        ];

    private static string F1(List<Score> scores, Func<Score, Hits> hits)
    {
        int right = scores.Sum(s => hits(s).Right),
            said = scores.Sum(s => hits(s).Said),
            there = scores.Sum(s => hits(s).There);
        return there == 0 ? "-" : Number(2.0 * right / (said + there), "0.00");
    }

    private static string Skill(List<Score> scores) =>
        scores.Sum(s => s.BaseSquares) is var squares and > 0
            ? Number(1 - scores.Sum(s => s.Squares) / squares, "0.00")
            : "-";

    /// <summary>Over all persons together: one person alone has too few days in a tenth to tell.</summary>
    private static string Calibration(List<Score> scores)
    {
        var bins = scores.SelectMany(s => s.Reliability).GroupBy(b => Math.Min(9, (int)(b.Said * 10))).ToList();
        var gap = bins.Sum(g => Math.Abs(g.Sum(b => b.Days * (b.Said - b.Happened))));
        return bins.Count == 0 ? "-" : Number(gap / bins.Sum(g => g.Sum(b => b.Days)), "0.000");
    }

    private static string Mean(IEnumerable<double> values) => values.Any() ? Number(values.Average(), "0.00") : "-";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>One thread; processor time, so that other work on the machine does not count.</summary>
    private static void Growth()
    {
        var rows = new List<string[]>();
        foreach (
            var (days, factors) in new[]
            {
                (100, 16),
                (365, 16),
                (1000, 16),
                (3000, 16),
                (365, 4),
                (365, 32),
                (365, 64),
                (365, 256),
            }
        )
        {
            var (table, roles) = Wide(days, factors);
            rows.Add([
                days.ToString(CultureInfo.InvariantCulture),
                factors.ToString(CultureInfo.InvariantCulture),
                Number(Time(table, roles), "0.0"),
            ]);
        }
        Table.Print("Growth, one thread", ["days", "factors", "CPU ms"], rows);
    }

    /// <summary>Mean of ten runs after three to warm up.</summary>
    private static double Time(DailyTable table, Roles roles)
    {
        for (var i = 0; i < 3; i++)
            Engine.Analyze(table, roles);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < 10; i++)
            Engine.Analyze(table, roles);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / 10;
    }

    private static (DailyTable, Roles) Wide(int days, int factors)
    {
        var dice = new Dice(days + factors);
        string[] names = [.. Enumerable.Range(0, factors).Select(i => $"factor {i}")];
        double[][] columns = [.. names.Select(_ => dice.Wander(days, 0.3))];
        var noise = dice.Wander(days, 0.5);
        double[] pain =
        [
            .. noise.Select(
                (e, t) => Math.Clamp(Math.Round(4 + 1.3 * e + (t > 0 ? 0.6 * columns[0][t - 1] : 0)), 0, 10)
            ),
        ];
        var roles = new Roles("pain", [], names.ToDictionary(n => n, _ => FactorKind.Numeric)) { FlareThreshold = 6 };
        return (new DailyTable(["pain", .. names], [.. Enumerable.Range(19_000, days)], [pain, .. columns]), roles);
    }
}
