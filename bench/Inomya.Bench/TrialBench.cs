using System.Globalization;
using Inomya.Analysis;
using MathNet.Numerics.Distributions;

namespace Inomya.Bench;

/// <summary>Self-experiments that may end early beside those of a fixed length: how often right, how long.</summary>
internal static class TrialBench
{
    private const int Block = 7,
        Settle = 1,
        Pairs = 8;
    private const double Minimal = 1,
        Expected = 2;

    /// <summary>What the days in the experiment are like.</summary>
    /// <param name="PastDays">Days recorded before.</param>
    /// <param name="Wilder">Spread in the experiment over that before.</param>
    /// <param name="Lost">Chance that a pair has no record in one block.</param>
    /// <param name="Missing">Chance that a day was not recorded.</param>
    /// <param name="CarryOver">Time constant in days of what is left of the other way.</param>
    /// <param name="Alike">Correlation of neighbouring days.</param>
    private sealed record Days(
        string Name,
        int PastDays = 90,
        double Wilder = 1,
        double Lost = 0,
        double Missing = 1 / 7.0,
        double CarryOver = 0,
        double Alike = 0.4
    );

    private static readonly Days[] Kinds =
    [
        new("as planned for"),
        new("only 28 days before", PastDays: 28),
        new("spread half as much again", Wilder: 1.5),
        new("spread six tenths", Wilder: 0.6),
        new("one pair in seven lost", Lost: 0.15),
        new("four days in ten missing", Missing: 0.4),
        new("carry-over of one day", CarryOver: 1),
        new("carry-over of two days", CarryOver: 2),
        new("days alike 0.7", Alike: 0.7),
    ];

    public static int Run(int persons)
    {
        var rows = new List<string[]>();
        foreach (var kind in Kinds)
        foreach (var effect in (double[])[0, 1, Expected, -Expected])
            rows.Add(RowOf(kind, effect, persons));
        Table.Print(
            $"Self-experiments of at most {Pairs} pairs of {Block} days, {persons} a row: may end early | fixed",
            ["days", "true", "helps", "worse", "not", "days on", "covered", "helps", "worse", "days on"],
            rows
        );
        return 0;
    }

    private static string[] RowOf(Days kind, double effect, int persons)
    {
        var early = new int[5];
        int lasted = 0,
            covered = 0,
            seen = 0,
            helps = 0,
            worse = 0;
        for (var person = 0; person < persons; person++)
        {
            var (past, improvements) = Live(kind, effect, new Random(person * 7919 + (int)(effect * 10) + 1));
            var boundary = SequentialBoundary.Of(past, Pairs, Block, Settle, Minimal, 0.75 * Expected)!;
            var look = SequentialTest.Walk(boundary, improvements, Pairs)!;
            early[(int)look.Decision]++;
            lasted += look.Pair;
            if (!double.IsNaN(look.Improvement))
                (seen, covered) = (seen + 1, covered + (look.Lo <= effect && effect <= look.Hi ? 1 : 0));
            var mean = improvements.Where(d => !double.IsNaN(d)).Average();
            var convinced = SignFlipP(improvements) <= 0.05;
            helps += convinced && mean >= Minimal ? 1 : 0;
            worse += convinced && mean < 0 ? 1 : 0;
        }
        return
        [
            kind.Name,
            effect.ToString(CultureInfo.InvariantCulture),
            Share(early[(int)SequentialDecision.Helps], persons),
            Share(early[(int)SequentialDecision.Worse], persons),
            Share(early[(int)SequentialDecision.NothingThatMatters], persons),
            $"{2.0 * Block * lasted / persons:0}",
            Share(covered, seen),
            Share(helps, persons),
            Share(worse, persons),
            $"{2 * Block * Pairs}",
        ];
    }

    private static string Share(int count, int of) =>
        ((double)count / of).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whole points from 0 to 10, spread 1.4 to 2.4, a slow drift; improvement by pair, NaN for a lost one.
    /// </summary>
    private static (double[] Past, double[] Improvements) Live(Days kind, double effect, Random random)
    {
        var first = new bool[Pairs];
        for (var p = 0; p < Pairs; p++)
            first[p] = random.Next(2) == 0;
        var (past, during) = Pain(kind, effect, first, random);
        var improvements = new double[Pairs];
        for (var p = 0; p < Pairs; p++)
        {
            var difference = MeanOf(during, 2 * p) - MeanOf(during, 2 * p + 1);
            improvements[p] =
                random.NextDouble() < kind.Lost ? double.NaN
                : first[p] ? -difference
                : difference;
        }
        return (past, improvements);
    }

    private static (double[] Past, double[] During) Pain(Days kind, double effect, bool[] first, Random random)
    {
        var days = new double[kind.PastDays + 2 * Block * Pairs];
        double spread = 1.4 + random.NextDouble(),
            drift = 2 * random.NextDouble() - 1,
            carried = Normal.Sample(random, 0, 1),
            given = 0;
        var keep = kind.CarryOver > 0 ? Math.Exp(-1 / kind.CarryOver) : 0;
        for (var t = 0; t < days.Length; t++)
        {
            var at = t - kind.PastDays;
            carried = kind.Alike * carried + Math.Sqrt(1 - kind.Alike * kind.Alike) * Normal.Sample(random, 0, 1);
            given = keep * given + (1 - keep) * (at >= 0 && IsWith(first, at / Block) ? 1 : 0);
            var level = 5 + drift * ((double)t / days.Length - 0.5);
            var pain = level + spread * (at >= 0 ? kind.Wilder : 1) * carried - effect * given;
            days[t] = random.NextDouble() < kind.Missing ? double.NaN : Math.Clamp(Math.Round(pain), 0, 10);
        }
        return (days[..kind.PastDays], days[kind.PastDays..]);
    }

    private static bool IsWith(bool[] first, int block) => block % 2 == 0 == first[block / 2];

    private static double MeanOf(double[] days, int block) =>
        days.Skip(block * Block + Settle)
            .Take(Block - Settle)
            .Where(v => !double.IsNaN(v))
            .DefaultIfEmpty(double.NaN)
            .Average();

    /// <summary>Two-sided, over every order that the coins could have given.</summary>
    private static double SignFlipP(double[] improvements)
    {
        double[] counted = [.. improvements.Where(d => !double.IsNaN(d))];
        var actual = Math.Abs(counted.Sum());
        var asLarge = 0;
        for (var order = 0; order < 1 << counted.Length; order++)
        {
            double sum = 0;
            for (var p = 0; p < counted.Length; p++)
                sum += (order >> p & 1) == 1 ? counted[p] : -counted[p];
            asLarge += Math.Abs(sum) >= actual - 1e-9 ? 1 : 0;
        }
        return (double)asLarge / (1 << counted.Length);
    }
}
