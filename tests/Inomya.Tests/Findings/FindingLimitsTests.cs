using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Flares;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>From which number on a finding is told and which of its sentences is said: just below, at and just above.</summary>
public class FindingLimitsTests
{
    private static readonly Words English = new(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private static readonly FlareRules Rules = FlareRules.Read(Shelf.Content);
    private static readonly LocalDate First = new(2026, 1, 5);

    private static FindingReport Report(AnalysisResult result, double[]? pain = null, bool higherIsWorse = true)
    {
        var values = pain ?? [4, 5];
        List<DayColumn> columns =
        [
            new(new ColumnName("pain"), Measures.Find("pain"), values),
            new(new ColumnName("stress"), Measures.Find("stress"), values),
        ];
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { HigherIsWorse = higherIsWorse };
        return new FindingReport(columns[0], new DaySeries(First, values.Length, columns), roles, result);
    }

    private static FindingSentences Sentences(AnalysisResult result, bool higherIsWorse = true) =>
        new(English, Report(result, higherIsWorse: higherIsWorse));

    private static Trigger Found(double effect, int lag = 0, string factor = "stress") =>
        new(
            factor,
            lag,
            Math.Sign(effect),
            effect,
            effect - 0.3,
            effect + 0.3,
            0,
            0,
            0.99,
            0.99,
            true,
            Strength.Clear,
            200
        )
        {
            DelayStrength = Strength.Clear,
        };

    [Theory]
    [InlineData(0.8, "0.8 points higher")]
    [InlineData(-0.8, "0.8 points lower")]
    public void More_is_called_higher_and_less_is_called_lower(double effect, string said)
    {
        var found = Found(effect, lag: 1);
        Assert.Contains(said, Sentences(new AnalysisResult { Triggers = [found] }).Of(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.8, "0.8 points higher")]
    [InlineData(-0.8, "0.8 points lower")]
    public void At_another_delay_more_is_called_higher_and_less_lower_too(double effect, string said)
    {
        var first = Found(effect, lag: 1);
        var sentences = Sentences(new AnalysisResult { Triggers = [first, Found(effect)] });
        Assert.Contains(said, Assert.Single(sentences.OtherDelays(first)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.8, 0.1, 1.5, "rose")]
    [InlineData(-0.8, -1.5, -0.1, "fell")]
    public void A_lasting_change_up_is_a_rise_and_one_down_a_fall(double jump, double lo, double hi, string said) =>
        Assert.Contains(
            said,
            Assert.Single(
                Sentences(
                    new AnalysisResult { ChangePoints = [new(20_500, 20_495, 20_505, jump, lo, hi, 0.9)] }
                ).Changes
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(0.001, 0.4, "went up")]
    [InlineData(0, 0.4, "No clear trend")]
    [InlineData(-0.2, 0.2, "No clear trend")]
    [InlineData(-0.4, 0, "No clear trend")]
    [InlineData(-0.4, -0.001, "went down")]
    public void A_trend_whose_interval_holds_0_is_none(double lo, double hi, string said)
    {
        var result = new AnalysisResult { Trend = new((lo + hi) / 2, lo, hi, 90), WorthKnowing = 2 };
        Assert.Contains(said, Sentences(result).Trend, StringComparison.Ordinal);
    }

    /// <summary>The interval is of 30 days, so half a point to each side leaves 365/30 points over a year.</summary>
    [Theory]
    [InlineData(3.0, "Cannot tell yet")]
    [InlineData(3.041, "Cannot tell yet")]
    [InlineData(3.042, "No clear trend")]
    public void No_clear_trend_is_said_only_where_a_year_leaves_less_than_four_times_what_matters(
        double worth,
        string said
    )
    {
        var result = new AnalysisResult { Trend = new(0, -0.5, 0.5, 90), WorthKnowing = worth };
        Assert.Contains(said, Sentences(result).Trend, StringComparison.Ordinal);
    }

    public static TheoryData<double, double, double, string?> Parts =>
        new()
        {
            { 0.0099, 0.001, 1, "higher" },
            { 0.01, 0.001, 1, null },
            { 0.05, 0.001, 1, null },
            { 0.0099, 0, 1, null },
            { 0.0099, -1, 0, null },
            { 0.0099, -1, -0.001, "lower" },
        };

    [Theory, MemberData(nameof(Parts))]
    public void A_day_an_hour_or_a_phase_stands_out_only_at_one_in_a_hundred_and_off_the_average(
        double p,
        double lo,
        double hi,
        string? said
    )
    {
        var pattern = new CyclePattern(p, [new PartOfCycle(2, (lo + hi) / 2, lo, hi, 20)]);
        var report = Report(
            new AnalysisResult
            {
                Weekdays = pattern,
                Cycle = pattern,
                WorthKnowing = 0.5,
            }
        );
        var sentences = new FindingSentences(English, report with { Hours = pattern });
        foreach (var told in new[] { sentences.Weekdays, sentences.Hours, sentences.Phases })
        {
            var sentence = Assert.Single(told);
            Assert.Equal(said == "higher", sentence.Contains("higher than", StringComparison.Ordinal));
            Assert.Equal(said == "lower", sentence.Contains("lower than", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.501, false)]
    public void That_none_stands_out_is_said_only_where_no_part_can_differ_by_what_matters(double most, bool none)
    {
        var pattern = new CyclePattern(0.5, [new PartOfCycle(2, 0, -most, 0.1, 20)]);
        var told = Sentences(new AnalysisResult { Weekdays = pattern, WorthKnowing = 0.5 }).Weekdays;
        Assert.Equal(none, Assert.Single(told).Contains("No day of the week stands out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.0099, 0.001, 2, true, true)]
    [InlineData(0.01, 0.001, 2, true, false)]
    [InlineData(0.0099, 0, 2, true, false)]
    [InlineData(0.0099, -2, -0.001, true, false)]
    [InlineData(0.0099, -2, -0.001, false, true)]
    [InlineData(0.0099, -2, 0, false, false)]
    public void Payback_is_told_only_of_harm_that_is_sure_at_one_in_a_hundred(
        double q,
        double lo,
        double hi,
        bool higherIsWorse,
        bool told
    ) =>
        Assert.Equal(
            told ? 1 : 0,
            Sentences(
                new AnalysisResult { BoomAndBust = [new("stress", (lo + hi) / 2, lo, hi, q, q, 1, 3, 0, 90)] },
                higherIsWorse
            ).Payback.Count
        );

    [Theory]
    [InlineData(Strength.Hint, 4)]
    [InlineData(Strength.Likely, 1)]
    [InlineData(Strength.Clear, 1)]
    public void How_many_of_such_findings_were_chance_goes_with_how_sure_it_is(Strength strength, int chance) =>
        Assert.Equal(chance, FindingSentences.ChanceOf(strength));

    [Theory]
    [InlineData(0.29, false, 7, true)]
    [InlineData(0.3, true, 7, true)]
    [InlineData(0.3, true, 6.9, false)]
    public void A_day_is_warned_of_from_three_in_ten_and_the_threshold_itself_is_a_flare_day(
        double chance,
        bool warned,
        double value,
        bool came
    )
    {
        var report = Report(
            new AnalysisResult
            {
                ForecastQuality = new(2, 1, 0.1, 0.2, 0.1, 0.01, 0.1, true, []),
                FlareForecast = [new(First.ToEpochDay() + 1, chance), new(First.ToEpochDay() + 2, chance)],
            },
            [4, value]
        );
        var warnings = EarlyWarnings.Of(report with { Roles = report.Roles with { FlareThreshold = 7 } }, Rules)!;
        var day = Assert.Single(warnings.Days);
        Assert.Equal((warned, came), (day.Warned, day.Came));
        Assert.Equal(First.PlusDays(2), warnings.Next!.Day);
    }

    [Theory]
    [InlineData(true, 7.0, true)]
    [InlineData(false, 7.0, true)]
    [InlineData(true, 6.0, false)]
    [InlineData(false, 8.0, false)]
    public void Where_less_is_worse_a_flare_day_lies_at_or_below_the_threshold(
        bool higherIsWorse,
        double value,
        bool came
    )
    {
        var report = Report(
            new AnalysisResult
            {
                ForecastQuality = new(1, 1, 0.1, 0.2, 0.1, 0.01, 0.1, false, []),
                FlareForecast = [new(First.ToEpochDay(), 0.5), new(First.ToEpochDay() + 1, 0.5)],
            },
            [value],
            higherIsWorse
        );
        var warnings = EarlyWarnings.Of(report with { Roles = report.Roles with { FlareThreshold = 7 } }, Rules)!;
        Assert.Equal(came, Assert.Single(warnings.Days).Came);
        Assert.Null(warnings.Next); // it is off
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(DeclineReason.NoBetterThanBaseRate, "warning.off.text")]
    [InlineData(DeclineReason.CannotTellYet, "warning.off.open")]
    public void Why_a_warning_is_off_is_the_reason_it_was_declined_for(DeclineReason? reason, string key)
    {
        var result = new AnalysisResult { Declined = reason is { } why ? [new(Analysed.Forecast, null, why, 80)] : [] };
        Assert.Equal(key.Length == 0 ? "" : English[key], EarlyWarnings.WhyOff(Report(result), English));
    }

    [Theory]
    [InlineData(2, 0, null)]
    [InlineData(3, 4, "findings.early.range")]
    [InlineData(4, 4, "findings.early.range")]
    [InlineData(5, 4, "findings.early.level")]
    public void From_five_recorded_days_on_level_best_and_worst_are_told(int days, int sentences, string? first)
    {
        var told = new EarlyDays(
            English,
            Report(new AnalysisResult(), [.. Enumerable.Range(0, days).Select(d => (double)d), double.NaN])
        ).SoFar;
        Assert.Equal(sentences, told.Count);
        if (first is null)
            return;
        Assert.NotNull(Made.Said(English, first, told[0]));
        // and between what the other daily ratings lay
        Assert.Equal($"Stress: between 0 and {days - 1} on {days} recorded days.", told[^1]);
    }

    [Theory]
    [InlineData(Better.Lower, "0", "8")]
    [InlineData(Better.Higher, "8", "0")]
    public void The_best_day_is_the_lowest_where_less_is_better_and_the_highest_where_more_is(
        Better better,
        string best,
        string worst
    )
    {
        var report = Report(new AnalysisResult(), [0, 2, 4, 6, 8], better == Better.Lower);
        var told = new EarlyDays(English, report).SoFar;
        Assert.StartsWith($"Best so far: {best},", told[1], StringComparison.Ordinal);
        Assert.StartsWith($"Worst so far: {worst},", told[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, double.NaN)]
    [InlineData(4, 5.0)]
    public void A_calmer_line_needs_four_days_of_fifteen(int recorded, double value)
    {
        double[] values = [.. Enumerable.Repeat(double.NaN, 15)];
        foreach (var day in new[] { 0, 14, 7, 3 }.Take(recorded))
            values[day] = 5;
        Assert.Equal(value, Smoothing.Weekly(values)[7]);
    }

    [Theory]
    [InlineData(1, 32), InlineData(20, 13), InlineData(33, 0), InlineData(60, 0)]
    public void Days_that_were_all_the_same_are_too_few_all_the_same(int days, int needed)
    {
        var table = new DailyTable(
            ["pain"],
            [.. Enumerable.Range(0, days)],
            [
                [.. Enumerable.Repeat(5.0, days)],
            ]
        );
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>());
        Assert.Equal(needed, FindingReport.Of(table, roles, Engine.Analyze(table, roles))!.DaysStillNeeded);
    }
}
