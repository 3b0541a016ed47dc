using Inomya.Analysis;
using Inomya.Bench.People;

namespace Inomya.Bench;

/// <summary>Treatments whose first day was drawn: how often the draw and the verdict are right, on made persons.</summary>
internal static class StartBench
{
    private const int FirstDay = 20_000,
        Length = 150,
        DrawFrom = 60;
    private const double Missing = 1 / 7.0,
        Level = 0.05;

    /// <summary>What the days are like.</summary>
    /// <param name="DrawnAmong">Days that could have been drawn.</param>
    /// <param name="Alike">Correlation of neighbouring days.</param>
    /// <param name="Drift">Points up or down over the record, at the most.</param>
    /// <param name="Slow">Days until the full effect.</param>
    private sealed record Days(string Name, int DrawnAmong = 21, double Alike = 0.4, double Drift = 1, int Slow = 0);

    private static readonly Days[] Kinds =
    [
        new("21 days to draw among"),
        new("20 days", DrawnAmong: 20),
        new("14 days", DrawnAmong: 14),
        new("7 days", DrawnAmong: 7),
        new("days alike 0.7", Alike: 0.7),
        new("drift of up to 4 points", Drift: 4),
        new("full effect after 7 days", Slow: 7),
    ];

    public static int Run(int persons)
    {
        var rows = new List<string[]>();
        foreach (var kind in Kinds)
        foreach (var effect in (double[])[0, -1, -2])
            rows.Add(RowOf(kind, effect, persons));
        Table.Print(
            $"First days drawn by chance, {persons} persons a row (the engine on a tenth of them)",
            ["days", "true", "p ≤ 0.05", "covered", "middle width", "model covers", "model beside 0", "helps", "not"],
            rows
        );
        return 0;
    }

    private static string[] RowOf(Days kind, double effect, int persons)
    {
        var made = Enumerable.Range(1, persons).Select(seed => Make(kind, effect, seed)).ToList();
        var tests = made.Select(m => StartDayTest.Of(m.Outcome, FirstDay, m.Draw)).OfType<StartDayResult>().ToList();
        var told = made.Take(Math.Max(1, persons / 10)).Select(EffectOf).OfType<TreatmentEffect>().ToList();
        return
        [
            kind.Name,
            $"{effect:0}",
            Share(tests, t => t.P <= Level),
            Share(tests, t => t.Lo <= effect && effect <= t.Hi),
            $"{tests.Select(t => t.Hi - t.Lo).Order().ElementAt(tests.Count / 2):0.0}",
            Share(told, e => e.Lo <= effect && effect <= e.Hi),
            Share(told, e => e.Lo > 0 || e.Hi < 0),
            Share(told, e => e.Verdict == Verdict.ProbablyHelps),
            Share(told, e => e.Verdict == Verdict.ProbablyNot),
        ];
    }

    private static string Share<T>(List<T> all, Func<T, bool> of) =>
        all.Count == 0 ? "-" : $"{(double)all.Count(of) / all.Count:0.000}";

    private static (double[] Outcome, StartDraw Draw) Make(Days kind, double effect, int seed)
    {
        var dice = new Dice(seed);
        var draw = new StartDraw(FirstDay + DrawFrom, kind.DrawnAmong, (ulong)seed);
        var (spread, drift) = (dice.Between(1.4, 2.4), dice.Between(-kind.Drift, kind.Drift));
        var errors = dice.Wander(Length, kind.Alike);
        var outcome = new double[Length];
        for (var t = 0; t < Length; t++)
        {
            var since = FirstDay + t - draw.StartDay + 1;
            var acts = Math.Clamp((double)since / (kind.Slow + 1), 0, 1);
            var value = 5 + drift * (t / (double)Length - 0.5) + spread * errors[t] + effect * acts;
            outcome[t] = dice.Chance(Missing) ? double.NaN : Math.Clamp(Math.Round(value), 0, 10);
        }
        return (outcome, draw);
    }

    private static TreatmentEffect? EffectOf((double[] Outcome, StartDraw Draw) made)
    {
        var table = new DailyTable(["pain"], [.. Enumerable.Range(FirstDay, Length)], [made.Outcome]);
        var course = new TreatmentCourse("it", made.Draw.StartDay, null) { Draw = made.Draw };
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { Courses = [course] };
        return Engine.Analyze(table, roles).Courses[0].Effect;
    }
}
