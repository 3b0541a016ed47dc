using Inomya.Analysis;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Demo;

/// <summary>What the invented person does about it: a flare plan, what they call a flare, ten weeks of an activity diary, and a test that is over.</summary>
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
        if (
            await DaySeriesReader.ReadAsync(
                journal,
                catalogue,
                journal.Today.PlusDays(-rules.LookBackDays),
                journal.Today,
                stop
            )
            is not { } series
        )
            return;
        await journal.SetAsync(OwnFlare.Setting, new OwnFlare("pain", FlareFrom, 1).ToString(), stop);
        var drafts = new List<(Draft, Instant)>
        {
            (new Draft("flare-plan").Add(PlanOf(words)), journal.Days.StartOf(series.First) + Duration.FromHours(12)),
        };
        Diary(journal, series, drafts);
        Test(journal, series, words, rules, drafts);
        await journal.FillAsync(drafts, stop);
    }

    private static FlarePlan PlanOf(Words words) =>
        new()
        {
            EarlySigns = words["demo.plan.early-signs"],
            FirstHour = words["demo.plan.first-hour"],
            FirstDay = words["demo.plan.first-day"],
            People = words["demo.plan.people"],
            WorkMessage = words["demo.plan.work-message"],
            SeekCare = words["demo.plan.seek-care"],
            WayBack = words["demo.plan.way-back"],
        };

    private static void Diary(Journal journal, DaySeries series, List<(Draft, Instant)> drafts)
    {
        if (series.Find("overdid") is not { } overdid)
            return;
        var random = new Random(70);
        for (var day = Math.Max(0, series.Days - DiaryDays); day < series.Days - 1; day++)
        {
            if (double.IsNaN(overdid.Values[day]))
                continue;
            var on = series.DayAt(day);
            var draft = new Draft("activity", day: on).Add(
                new Activity
                {
                    Day = on,
                    Kind = ActivityKind.Physical,
                    Units = overdid.Values[day] == 1 ? 6 + random.Next(4) : 1 + random.Next(3),
                }
            );
            if (random.Next(3) > 0)
                draft.Add(
                    new Activity
                    {
                        Day = on,
                        Kind = ActivityKind.Mental,
                        Units = 1 + random.Next(3),
                    }
                );
            if (random.Next(4) == 0)
                draft.Add(
                    new Activity
                    {
                        Day = on,
                        Kind = ActivityKind.Social,
                        Units = 1 + random.Next(2),
                    }
                );
            drafts.Add((draft, journal.Days.StartOf(on) + Duration.FromHours(15)));
        }
    }

    private static void Test(
        Journal journal,
        DaySeries series,
        Words words,
        DesignRules rules,
        List<(Draft, Instant)> drafts
    )
    {
        if (series.Find("pain") is not { } pain)
            return;
        var plan = new Plan
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
        var past = pain.Values[..Math.Max(0, series.Days - PastEndedDaysAgo)];
        var lengths = PlanLengths.Of(plan, past, rules);
        if (lengths.Chosen is not { } length || length.Days + TestEndedDaysAgo > PastEndedDaysAgo)
            return;
        var start = journal.Today.PlusDays(-TestEndedDaysAgo - length.Days);
        var lockedAt = journal.Days.StartOf(start.PlusDays(-1)) + Duration.FromHours(12);
        var protocol = new Protocol
        {
            Plan = plan,
            Start = start,
            Pairs = length.Pairs,
            Seed = $"{Seed}",
            Order = BlockDesign.Order(length.Pairs, Seed),
            Length = length,
            LengthFromDays = lengths.Recorded,
            LockedAt = lockedAt,
            Rule = words["experiments.rule"],
            UsualDay = Summary.Of(past).Middle,
            WorseBy = rules.WorseShare * 10,
            WorseDays = rules.WorseDays,
        };
        var json = protocol.ToJson();
        var experiment = new Experiment
        {
            Protocol = json,
            ProtocolHash = Protocol.HashOf(json),
            Start = start,
        };
        drafts.Add((new Draft("experiment").Add(experiment), lockedAt));
        for (var day = 0; day < protocol.Days; day++)
            if (!double.IsNaN(pain.Values[Period.DaysBetween(series.First, start) + day]))
                drafts.Add(
                    (
                        new Draft("experiment-day", day: start.PlusDays(day)).Add(
                            new ExperimentDay
                            {
                                ExperimentId = experiment.Id,
                                Day = start.PlusDays(day),
                                Adherence = day % 17 == 5 ? Adherence.Otherwise : Adherence.AsSaid,
                            }
                        ),
                        journal.Days.StartOf(start.PlusDays(day)) + Duration.FromHours(16)
                    )
                );
    }
}
