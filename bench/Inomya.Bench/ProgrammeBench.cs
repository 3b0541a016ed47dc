using System.Diagnostics;
using System.Globalization;
using Inomya.Analysis;
using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Bench;

/// <summary>Programmes judged after 12 and 26 weeks on made persons: how often "helped" is said of nothing, and how often the interval holds.</summary>
internal static class ProgrammeBench
{
    private const int Before = 60,
        Weeks = 26,
        DaysInWeek = 7;
    private const double Missing = 1 / 7.0,
        MostMilliseconds = 30;
    private static readonly int[] JudgedAt = [12, Weeks];
    private static readonly LocalDate First = new(2025, 1, 6);
    private static readonly ContentFolder Content = new();
    private static readonly Measure Pain = new MeasureCatalogue(Content).Find("pain")!;
    private static readonly ProgrammeRules Rules = ProgrammeRules.Read(Content);

    /// <param name="Drawn">Among how many days the first was drawn; null: chosen.</param>
    /// <param name="AtWorst">Chosen after the worst days, as people do.</param>
    private sealed record Kind(string Name, int? Drawn, bool AtWorst = false, double Alike = 0.4, double Drift = 1);

    private static readonly Kind[] Kinds =
    [
        new("drawn among 21 days", 21),
        new("21 days, alike 0.7", 21, Alike: 0.7),
        new("21 days, drift of up to 4", 21, Drift: 4),
        new("drawn among 14 days", 14),
        new("chosen", null),
        new("chosen when at worst", null, AtWorst: true),
    ];

    public static int Run(int persons)
    {
        var rows = new List<string[]>();
        foreach (var kind in Kinds)
        foreach (var effect in (double[])[0, -1, -2])
        foreach (var weeks in JudgedAt)
            rows.Add(RowOf(kind, effect, weeks, persons));
        Table.Print(
            $"Programmes judged, {persons} made persons a row",
            ["first day", "true", "weeks", "told", "helped", "worse", "p ≤ 0.05", "draw covers", "told covers"],
            rows
        );
        return Replay();
    }

    private static string[] RowOf(Kind kind, double effect, int weeks, int persons)
    {
        var verdicts = Enumerable
            .Range(1, persons)
            .Select(seed => VerdictOf(kind, effect, weeks, seed))
            .Where(v => v.Effect is not null)
            .ToList();
        var drawn = verdicts.ConvertAll(v => v.Draw).OfType<StartDayResult>().ToList();
        return
        [
            kind.Name,
            Number($"{effect:0}"),
            $"{weeks}",
            Share(verdicts.Count, persons),
            Share(verdicts.Count(v => v.Verdict == Verdict.ProbablyHelps), persons),
            Share(verdicts.Count(v => v.IsWorse), persons),
            Share(drawn.Count(d => d.StandsOut), drawn.Count),
            Share(drawn.Count(d => d.Lo <= effect && effect <= d.Hi), drawn.Count),
            Share(verdicts.Count(v => v.Lo <= effect && effect <= v.Hi), verdicts.Count),
        ];
    }

    private static ProgrammeVerdict VerdictOf(Kind kind, double effect, int weeks, int seed)
    {
        var (enrolment, series) = Make(kind, effect, seed);
        return Judged(enrolment, series).First(v => v.Weeks == weeks);
    }

    /// <summary>At both weeks, as the page of a programme does it: the draw is told once.</summary>
    private static IReadOnlyList<ProgrammeVerdict> Judged(Enrolment enrolment, DaySeries series) =>
        ProgrammeJudge.Of(enrolment, "pain", JudgedAt, series, [], Rules);

    private static (Enrolment Enrolment, DaySeries Series) Make(Kind kind, double effect, int seed)
    {
        var dice = new Dice(seed);
        var length = Before + StartDraw.MostDays + Weeks * DaysInWeek + 1;
        var (spread, drift) = (dice.Between(1.4, 2.4), dice.Between(-kind.Drift, kind.Drift));
        var errors = dice.Wander(length, kind.Alike);
        var enrolment = Enrolled(kind, errors, (ulong)seed);
        var start = Period.DaysBetween(First, enrolment.Start);
        var values = new double[length];
        for (var t = 0; t < length; t++)
        {
            var value = 5 + drift * (t / (double)length - 0.5) + spread * errors[t] + (t >= start ? effect : 0);
            values[t] = dice.Chance(Missing) ? double.NaN : Math.Clamp(Math.Round(value), 0, 10);
        }
        return (enrolment, new DaySeries(First, length, [new DayColumn(new ColumnName("pain"), Pain, values)]));
    }

    private static Enrolment Enrolled(Kind kind, double[] errors, ulong seed)
    {
        var from = First.PlusDays(Before);
        var worst = Enumerable
            .Range(Before, StartDraw.MostDays)
            .MaxBy(t => errors[t - 1] + errors[t - 2] + errors[t - 3]);
        var start =
            kind.Drawn is { } days ? Epoch.ToLocalDate(new StartDraw(from.ToEpochDay(), days, seed).StartDay)
            : kind.AtWorst ? First.PlusDays(worst)
            : from;
        return new Enrolment
        {
            Programme = "skills",
            Version = 1,
            Road = Road.Core,
            Day = from,
            Start = start,
            Drawn = kind.Drawn is { } among ? new DrawnStart(from, among, seed) : null,
        };
    }

    /// <summary>
    /// 26 weeks with their days before, judged at both weeks; each time another person, so that nothing is remembered.
    /// In time of the processor, which other work on the machine does not lengthen.
    /// </summary>
    private static int Replay()
    {
        const int Warm = 60,
            Counted = 100;
        var persons = Enumerable.Range(10_001, Warm + Counted).Select(seed => Make(Kinds[0], -1, seed)).ToList();
        persons.Take(Warm).ToList().ForEach(JudgeTwice);
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        persons.Skip(Warm).ToList().ForEach(JudgeTwice);
        var used = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Counted;
        var waited = clock.Elapsed.TotalMilliseconds / Counted;
        Console.Out.WriteLine(
            Number(
                $"26 weeks replayed, both verdicts: {used:0.0} ms of processor ({waited:0.0} ms waited), at most {MostMilliseconds:0}"
            )
        );
        return used <= MostMilliseconds ? 0 : 1;
    }

    private static void JudgeTwice((Enrolment Enrolment, DaySeries Series) person) =>
        Judged(person.Enrolment, person.Series);

    private static string Share(int some, int all) => all == 0 ? "-" : Number($"{(double)some / all:0.000}");

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
