using Inomya.Analysis;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Series;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Programmes;

/// <summary>What a programme changed is told after 12 weeks and after 26, by the draw of its first day where there was one.</summary>
public class ProgrammeJudgeTests
{
    private const int Before = 56;
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly Measure Pain = new MeasureCatalogue(ContentCheck.Content).Find("pain")!;

    private static Enrolment Enrolled(int? draw = 21, ulong seed = 5)
    {
        var from = First.PlusDays(Before);
        var start = draw is { } days ? Epoch.ToLocalDate(new StartDraw(from.ToEpochDay(), days, seed).StartDay) : from;
        return new Enrolment
        {
            Programme = "skills",
            Version = 1,
            Road = Road.Core,
            Day = from.PlusDays(-1),
            Start = start,
            Drawn = draw is { } among ? new DrawnStart(from, among, seed) : null,
        };
    }

    /// <summary>Days with a little noise, and a change from the start on.</summary>
    private static DaySeries Days(Enrolment enrolment, double change, int days = Before + 21 + 190, int seed = 1)
    {
        var dice = new Random(seed);
        var start = Period.DaysBetween(First, enrolment.Start);
        double[] values =
        [
            .. Enumerable
                .Range(0, days)
                .Select(t => Math.Clamp(Math.Round(5 + dice.NextDouble() * 2 - 1 + (t >= start ? change : 0)), 0, 10)),
        ];
        return new DaySeries(First, days, [new DayColumn(new ColumnName("pain"), Pain, values)]);
    }

    private static ProgrammeVerdict Judge(
        Enrolment enrolment,
        DaySeries series,
        int weeks = 12,
        IReadOnlyList<TreatmentCourse>? others = null
    ) => ProgrammeJudge.Of(new JudgedStart(enrolment, weeks, "pain"), series, others ?? [], ProgrammeWorld.Rules);

    [Fact]
    public void A_clear_change_at_a_drawn_day_is_told_by_the_draw()
    {
        var enrolment = Enrolled();
        foreach (var weeks in new[] { 12, 26 })
        {
            var verdict = Judge(enrolment, Days(enrolment, -2.5), weeks);
            Assert.Equal(Verdict.ProbablyHelps, verdict.Verdict);
            Assert.InRange(verdict.Draw!.P, 0, 0.05);
            Assert.InRange(verdict.Change!.Value, verdict.Lo!.Value, verdict.Hi!.Value);
            Assert.False(verdict.IsWorse);
        }
    }

    [Fact]
    public void A_change_for_the_worse_is_never_called_help()
    {
        var enrolment = Enrolled();
        var verdict = Judge(enrolment, Days(enrolment, 2.5));
        Assert.Equal(Verdict.CannotTell, verdict.Verdict);
        Assert.True(verdict.IsWorse);
    }

    [Fact]
    public void A_chosen_day_is_told_as_what_helped_tells_it()
    {
        var enrolment = Enrolled(draw: null);
        var verdict = Judge(enrolment, Days(enrolment, -2.5));
        Assert.Null(verdict.Draw);
        Assert.NotNull(verdict.Effect);
        Assert.Equal(verdict.Effect.Verdict, verdict.Verdict);
    }

    [Fact]
    public void A_day_drawn_among_too_few_cannot_convince_by_itself()
    {
        var enrolment = Enrolled(draw: 7);
        var verdict = Judge(enrolment, Days(enrolment, -2.5));
        Assert.NotNull(verdict.Effect?.StartDay);
        Assert.Null(verdict.Draw);
    }

    [Fact]
    public void Before_its_day_nothing_is_told()
    {
        var enrolment = Enrolled();
        var verdict = Judge(enrolment, Days(enrolment, -2.5, days: Before + 60));
        Assert.True(verdict is { Effect: null, Why: null });
        Assert.Equal(enrolment.Start.PlusWeeks(12), verdict.On);
    }

    [Fact]
    public void What_was_not_rated_is_not_told()
    {
        var enrolment = Enrolled();
        var empty = Days(enrolment, 0) is var d
            ? d with
            {
                Columns = [d.Columns[0] with { Values = [.. d.Columns[0].Values.Select(_ => double.NaN)] }],
            }
            : null;
        Assert.Null(Judge(enrolment, empty!).Effect);
        Assert.Null(ProgrammeJudge.Of(new JudgedStart(enrolment, 12, "pain"), null, [], ProgrammeWorld.Rules).Effect);
        Assert.Null(
            ProgrammeJudge
                .Of(new JudgedStart(enrolment, 12, "fatigue"), Days(enrolment, 0), [], ProgrammeWorld.Rules)
                .Effect
        );
    }

    [Fact]
    public void Beside_something_begun_on_the_same_day_nothing_is_told_and_it_is_named()
    {
        var enrolment = Enrolled(draw: null);
        var twin = new TreatmentCourse("Magnesium", enrolment.Start.ToEpochDay(), null);
        var verdict = Judge(enrolment, Days(enrolment, -2.5), others: [twin]);
        Assert.Equal(["Magnesium"], verdict.NotToldFrom);
        Assert.Equal(Verdict.CannotTell, verdict.Verdict);
    }

    [Fact]
    public void Days_after_the_week_at_which_it_is_judged_do_not_count()
    {
        var enrolment = Enrolled();
        var early = Judge(enrolment, Days(enrolment, -2.5));
        var late = Days(enrolment, -2.5);
        var after = Period.DaysBetween(First, enrolment.Start) + 12 * 7;
        for (var t = after; t < late.Days; t++)
            late.Columns[0].Values[t] = 10;
        Assert.Equal(early.Change, Judge(enrolment, late).Change);
    }

    [Fact]
    public async Task In_a_journal_it_is_judged_at_both_its_weeks()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var measures = new MeasureCatalogue(ContentCheck.Content);
        var start = world.Journal.Today;
        var draft = new Draft("import");
        for (var day = start.PlusDays(-60); day < start.PlusDays(100); day = day.PlusDays(1))
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = day < start ? 6 + day.Day % 2 : 3 + day.Day % 2,
                    Unit = "{score}",
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = day,
                    Source = "checkin",
                }
            );
        await world.Journal.RecordAsync(draft);
        world.Clock.AdvanceDays(100);
        var verdicts = await ProgrammeJudge.OfAsync(
            await world.AtAsync(),
            world.Journal,
            measures,
            ProgrammeWorld.Rules
        );
        // the one after 26 weeks is not told before its day
        Assert.Equal([12], verdicts.Select(v => v.Weeks));
        Assert.InRange(verdicts[0].Change!.Value, -4, -2);
        world.Clock.AdvanceDays(-17);
        Assert.Empty(
            await ProgrammeJudge.OfAsync(await world.AtAsync(), world.Journal, measures, ProgrammeWorld.Rules)
        );
        world.Clock.AdvanceDays(1);
        Assert.Single(
            await ProgrammeJudge.OfAsync(await world.AtAsync(), world.Journal, measures, ProgrammeWorld.Rules)
        );
    }

    private static IReadOnlyList<ProgrammeVerdict> JudgeBoth(Enrolment enrolment, DaySeries series) =>
        ProgrammeJudge.Of(enrolment, "pain", [26, 12], series, [], ProgrammeWorld.Rules);

    [Fact]
    public void A_draw_is_told_once_at_the_first_week_that_has_days_enough()
    {
        var enrolment = Enrolled();
        var both = JudgeBoth(enrolment, Days(enrolment, -2.5));
        Assert.Equal([(12, false), (26, true)], both.Select(v => (v.Weeks, v.DrawWasTold)));
        Assert.NotNull(both[0].Draw);
        Assert.True(both[1] is { Draw: null, Effect: not null, IsOpenByDraw: false });

        // nothing was rated around the draw before 12 weeks: then it is told after 26
        var late = Days(enrolment, -2.5);
        var start = Period.DaysBetween(First, enrolment.Start);
        for (var t = start; t < start + 12 * 7; t++)
            late.Columns[0].Values[t] = double.NaN;
        Assert.All(JudgeBoth(enrolment, late), v => Assert.False(v.DrawWasTold));
    }

    [Fact]
    public void Only_what_is_asked_is_worked_out_and_it_is_the_same_number()
    {
        var enrolment = Enrolled();
        var series = Days(enrolment, -1.5, days: Before + 21 + 84);
        var question = new Inomya.Findings.FindingQuestion
        {
            Courses = [new JudgedStart(enrolment, 12, "pain").Course("this")],
            MinimalChange = 1,
        };
        var all = Inomya.Findings.JournalFindings.Of(series, "pain", new HashSet<string>(), question)!.Result;
        var alone = Inomya
            .Findings.JournalFindings.Of(series, "pain", new HashSet<string>(), question with { OnlyCourses = true })!
            .Result;
        Assert.Equivalent(all.Courses, alone.Courses, strict: true);
        Assert.NotNull(all.Trend);
        Assert.Null(alone.Trend);
    }
}
