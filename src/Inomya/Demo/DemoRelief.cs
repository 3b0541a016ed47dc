using Inomya.Analysis;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Demo;

/// <summary>
/// What the invented person does about it: a flare plan, what they call a flare, ten weeks of an activity diary, and a
/// test that is over.
/// </summary>
/// <remarks>The tea that they tested does nothing to them; doing too much costs them the next two days.</remarks>
internal static class DemoRelief
{
    private const int DiaryDays = 70,
        TestEndedDaysAgo = 12,
        PastEndedDaysAgo = 190;
    private const double FlareFrom = 7;
    private const ulong Seed = 20_261_122;

    public static async Task AddAsync(
        Journal journal,
        Words words,
        MeasureCatalogue catalogue,
        DesignRules rules,
        CancellationToken stop = default
    )
    {
        var (from, to) = (journal.Today.PlusDays(-rules.LookBackDays), journal.Today);
        if (await DaySeriesReader.ReadAsync(journal, catalogue, from, to, stop) is not { } series)
            return;
        await journal.SetAsync(OwnFlare.Setting, new OwnFlare("pain", FlareFrom, 1).ToString(), stop);
        List<(Draft, Instant)> drafts =
        [
            (PlanOf(words), At(series.First, 12, journal)),
            .. Diary(journal, series),
            .. Test(journal, series, words, rules, stop),
        ];
        await journal.FillAsync(drafts, stop);
    }

    private static Draft PlanOf(Words words) =>
        new Draft("flare-plan").Add(
            new FlarePlan
            {
                EarlySigns = words["demo.plan.early-signs"],
                FirstHour = words["demo.plan.first-hour"],
                FirstDay = words["demo.plan.first-day"],
                People = words["demo.plan.people"],
                WorkMessage = words["demo.plan.work-message"],
                SeekCare = words["demo.plan.seek-care"],
                WayBack = words["demo.plan.way-back"],
            }
        );

    private static IEnumerable<(Draft, Instant)> Diary(Journal journal, DaySeries series)
    {
        if (series.Find("overdid") is not { } overdid)
            return [];
        var random = new Random(70);
        return Enumerable
            .Range(0, series.Days - 1)
            .TakeLast(DiaryDays - 1)
            .Where(row => !double.IsNaN(overdid.Values[row]))
            .Select(row => Noted(series.DayAt(row), overdid.Values[row] == 1, random, journal));
    }

    private static (Draft, Instant) Noted(LocalDate day, bool overdid, Random random, Journal journal)
    {
        var draft = new Draft("activity", day: day);
        foreach (var activity in Activities(day, overdid, random))
            draft.Add(activity);
        return (draft, At(day, 15, journal));
    }

    private static Instant At(LocalDate day, int hours, Journal journal) =>
        journal.Days.StartOf(day) + Duration.FromHours(hours);

    private static IEnumerable<Activity> Activities(LocalDate day, bool overdid, Random random)
    {
        yield return Did(day, ActivityKind.Physical, overdid ? 6 + random.Next(4) : 1 + random.Next(3));
        if (random.Next(3) > 0)
            yield return Did(day, ActivityKind.Mental, 1 + random.Next(3));
        if (random.Next(4) == 0)
            yield return Did(day, ActivityKind.Social, 1 + random.Next(2));
    }

    private static Activity Did(LocalDate day, ActivityKind kind, int units) =>
        new()
        {
            Day = day,
            Kind = kind,
            Units = units,
        };

    private static IEnumerable<(Draft, Instant)> Test(
        Journal journal,
        DaySeries series,
        Words words,
        DesignRules rules,
        CancellationToken stop
    )
    {
        if (series.Find("pain") is not { } pain)
            yield break;
        var past = pain.Values[..Math.Max(0, series.Days - PastEndedDaysAgo)];
        if (ProtocolOf(past, words, rules, journal, stop) is not { } protocol)
            yield break;
        var experiment = protocol.ToExperiment();
        yield return (new Draft("experiment").Add(experiment), protocol.LockedAt);
        for (var day = 0; day < protocol.Days; day++)
            if (!double.IsNaN(pain.Values[Period.DaysBetween(series.First, protocol.Start) + day]))
                yield return Kept(experiment, day, journal);
    }

    private static Plan TeaPlan(Words words, DesignRules rules) =>
        new()
        {
            Question = words["demo.test.question"],
            With = words["demo.test.with"],
            Without = words["demo.test.without"],
            Outcome = "pain",
            ScaleLow = 0,
            ScaleTop = 10,
            MinimalChange = 1,
            ExpectedEffect = 2,
            BlockDays = rules.BlockDays,
            OnsetDays = rules.SettleDays,
            WashoutDays = rules.SettleDays,
        };

    /// <summary>Null when no length fits between the past that it is planned on and the day it is over.</summary>
    private static Protocol? ProtocolOf(
        double[] past,
        Words words,
        DesignRules rules,
        Journal journal,
        CancellationToken stop
    )
    {
        var plan = TeaPlan(words, rules);
        var lengths = PlanLengths.Of(plan, past, rules, stop);
        if (lengths.Chosen is not { } length || length.Days + TestEndedDaysAgo > PastEndedDaysAgo)
            return null;
        var start = journal.Today.PlusDays(-TestEndedDaysAgo - length.Days);
        return new Protocol
        {
            Plan = plan,
            Start = start,
            Pairs = length.Pairs,
            Seed = $"{Seed}",
            Order = BlockDesign.Order(length.Pairs, Seed),
            Length = length,
            LengthFromDays = lengths.Recorded,
            LockedAt = At(start.PlusDays(-1), 12, journal),
            Rule = words["experiments.rule"],
            UsualDay = Summary.Of(past).Middle,
            WorseBy = rules.WorseShare * 10,
            WorseDays = rules.WorseDays,
        };
    }

    private static (Draft, Instant) Kept(Experiment experiment, int number, Journal journal)
    {
        var day = experiment.Start.PlusDays(number);
        var kept = new ExperimentDay
        {
            ExperimentId = experiment.Id,
            Day = day,
            Adherence = number % 17 == 5 ? Adherence.Otherwise : Adherence.AsSaid,
        };
        return (new Draft("experiment-day", day: day).Add(kept), At(day, 16, journal));
    }
}
