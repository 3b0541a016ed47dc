using Inomya.Analysis;
using Inomya.Content;
using Inomya.Series;
using Inomya.Vocabulary;

namespace Inomya.Findings;

/// <summary>The findings of a report in plain sentences, for pages and print alike.</summary>
public sealed class FindingSentences(Words words, FindingReport report)
{
    /// <summary>
    /// How improbable a pattern must be before it is told. Four kinds of it are looked for beside links and changes: at
    /// 0.05 each, 23 of 100 persons with nothing at all were told something.
    /// </summary>
    private const double FalseAlarm = 0.01;

    /// <summary>A year's room of so many times what is worth knowing leaves a trend open.</summary>
    private const double OpenRoom = 4;

    /// <summary>With one digit half of what is below this reads as 0.</summary>
    private const double LostInRounding = 0.1;

    /// <summary>Width from which an interval's second digit is only noise for the eye, in points. Ours.</summary>
    private const double Narrow = 0.5;

    /// <summary>
    /// The least change of pain that people call one, as a share of the scale (1 point of 0 to 10) or of what it was:
    /// Dworkin and others 2008, doi:10.1016/j.jpain.2007.09.005.
    /// </summary>
    private const double NoticedOfScale = 0.1,
        NoticedShare = 0.3;

    /// <summary>One step of what is written with one digit.</summary>
    private const double LeastWritten = 0.1;

    /// <summary>Means that lie at a limit are at it, whatever their last digit.</summary>
    private const double Rounding = 1e-9;

    private const double DaysOfMonth = 30,
        DaysOfYear = 365;
    private const double LikelyChange = 0.97;

    /// <summary>
    /// Of ten hints, ten likely or a hundred clear findings, how many were chance on made persons:
    /// docs/methods/triggers.md.
    /// </summary>
    public static int ChanceOf(Strength strength) => strength == Strength.Hint ? 4 : 1;

    private readonly ThenAndNow? _thenAndNow = report.ThenAndNow;

    private string Outcome => words.NameOf(report.Outcome);
    private string OutcomeInSentence => InSentence(report.Outcome.Key.Name);

    /// <summary>The trend in one sentence; a trend whose interval holds 0 is called none.</summary>
    public string Trend =>
        report.Result.Trend is { } trend ? SentenceOf(trend) : words["findings.trend.declined", ("why", WhyNoTrend)];

    private string WhyNoTrend =>
        report.Result.Declined.FirstOrDefault(d => d.What is Analysed.Trend or Analysed.Outcome) is { } declined
            ? AnalysisFiles.WhyOf(declined, words)
            : "";

    private string SentenceOf(TrendEstimate trend) =>
        words[
            $"findings.trend.{KindOf(trend)}",
            [
                ("measure", Outcome),
                ("effect", Points(Math.Abs(trend.Per30Days))),
                .. Limits(trend.Lo, trend.Hi),
                ("room", words.Number(RoomOfYear(trend), 1)),
                ("days", trend.DaysCounted),
            ]
        ];

    private string KindOf(TrendEstimate trend) =>
        IsNoLine(trend) ? "no-line"
        : trend.Lo > 0 ? "up"
        : trend.Hi < 0 ? "down"
        : IsOpen(trend) ? "open"
        : "flat";

    /// <summary>
    /// The first and the last days differ by more than a line would have it, or against it: then no line describes it.
    /// </summary>
    private bool IsNoLine(TrendEstimate trend) =>
        _thenAndNow is { } ends
        && IsApart(report.Outcome, ends)
        && (
            trend.Lo > 0 ? ends.Change < 0
            : trend.Hi < 0 ? ends.Change > 0
            : !IsOpen(trend)
        );

    /// <summary>No clear trend is said only where little is left open; else it cannot be told.</summary>
    private bool IsOpen(TrendEstimate trend) =>
        report.Result.WorthKnowing is not { } worth || RoomOfYear(trend) >= OpenRoom * worth;

    private static double RoomOfYear(TrendEstimate trend) => (trend.Hi - trend.Lo) / DaysOfMonth * DaysOfYear;

    /// <summary>The first and the last recorded days of the outcome beside each other; null while there are too few.</summary>
    public string? ThenAndNow => _thenAndNow is { } ends ? SentenceOf(report.Outcome, ends) : null;

    /// <summary>
    /// The same of a column in short: its name, its average now, and what that is against then; null while there are too few
    /// days.
    /// </summary>
    public (string Name, string Now, string Against)? RowOf(DayColumn column) =>
        report.ThenAndNowOf(column) is { } ends
            ? (words.NameOf(column), AmountOf(column, ends.Now.Mean), AgainstThen(column, ends))
            : null;

    private string AgainstThen(DayColumn column, ThenAndNow ends) =>
        words[
            $"findings.then-and-now.row.{SideOf(column, ends)}",
            ("then", AmountOf(column, ends.Then.Mean)),
            ("days", ends.Now.Days),
            ("change", AmountOf(column, Math.Abs(ends.Change))),
            ("direction", words[$"findings.direction.{(ends.Change > 0 ? "higher" : "lower")}"])
        ];

    private string SentenceOf(DayColumn column, ThenAndNow ends)
    {
        var told = words[
            $"findings.then-and-now.{SideOf(column, ends)}",
            [
                ("measure", words.NameOf(column)),
                ("now", AmountOf(column, ends.Now.Mean)),
                ("then", AmountOf(column, ends.Then.Mean)),
                ("change", AmountOf(column, Math.Abs(ends.Change))),
                ("direction", words[$"findings.direction.{(ends.Change > 0 ? "higher" : "lower")}"]),
                ("days", ends.Now.Days),
                ("from", report.Series.DayAt(ends.Now.FromSlot)),
                ("until", report.Series.DayAt(ends.Then.ToSlot)),
            ]
        ];
        var ticked = ends.Then.Ticked + ends.Now.Ticked;
        return ticked == 0
            ? told
            : $"{told} {words.Count("findings.then-and-now.ticked", ticked, ("bound", words.Number(ends.Bound, 1)))}";
    }

    /// <summary>"5.2", "7.1 h".</summary>
    internal string AmountOf(DayColumn column, double value) =>
        column.Measure is { Scale: null } measure
            ? words.AmountOf(Math.Round(value, 1), measure.Unit)
            : words.Number(value, 1);

    /// <summary>"better", "worse", "apart" where neither way is good, or "little".</summary>
    internal static string SideOf(DayColumn column, ThenAndNow ends) =>
        !IsApart(column, ends)
            ? "little"
            : column.Measure?.Better switch
            {
                Better.Neither => "apart",
                Better.Higher => ends.Change > 0 ? "better" : "worse",
                _ => ends.Change > 0 ? "worse" : "better",
            };

    /// <summary>
    /// A difference that a person would notice: a tenth of the scale, or 30 % of what it was, but no less than half a
    /// tenth; and one that is seen where it is written. Of what was hardly there, a share is nothing that anyone feels.
    /// </summary>
    internal static bool IsApart(DayColumn column, ThenAndNow ends)
    {
        var least = NoticedShare * Math.Abs(ends.Then.Mean);
        if ((column.Key.Scale ?? column.Measure?.Scale) is { } scale)
        {
            var point = NoticedOfScale * (scale.Top - scale.Low);
            least = Math.Clamp(least, point / 2, point);
        }
        return Math.Abs(ends.Change) >= Math.Max(least, LeastWritten) - Rounding;
    }

    /// <summary>Each lasting change with how sure it is: "stayed there" is never said without.</summary>
    public IReadOnlyList<string> Changes => [.. report.Changes.Select(SentenceOf)];

    private string SentenceOf(ChangePoint change) =>
        words[
            $"findings.change.{(change.Jump > 0 ? "up" : "down")}{AfterWords(report.Stayed(change))}",
            [
                ("strength", StrengthOf(change)),
                ("day", Epoch.ToLocalDate(change.Day)),
                ("measure", OutcomeInSentence),
                ("jump", Points(Math.Abs(change.Jump))),
                .. Limits(change.Lo, change.Hi),
                ("from", Epoch.ToLocalDate(change.FromDay)),
                ("to", Epoch.ToLocalDate(change.ToDay)),
            ]
        ];

    private static string AfterWords(bool? stayed) =>
        stayed switch
        {
            true => "",
            false => ".not-kept",
            null => ".open",
        };

    private string StrengthOf(ChangePoint change) =>
        words[change.Probability >= LikelyChange ? "findings.change.likely" : "findings.change.hint"];

    /// <summary>One finding: what goes with what, how much, when.</summary>
    public string Of(Trigger found) =>
        words[found.PerOccurrence ? "findings.factor.yes" : "findings.factor.more", Told(found)];

    /// <summary>Which way, how much and when: what every sentence about a finding tells.</summary>
    private (string, object?)[] Told(Trigger found) =>
        [
            ("measure", OutcomeInSentence),
            ("effect", Points(Math.Abs(found.Effect))),
            ("direction", words[$"findings.direction.{(found.Effect > 0 ? "higher" : "lower")}"]),
            ("when", When(found.Lag)),
        ];

    /// <summary>The same with its name before it, for a list.</summary>
    public string LineOf(Trigger found) =>
        words["findings.factor.line", ("factor", NameOf(found.Factor)), ("sentence", Of(found))];

    /// <summary>"+1.4 (+1.2 to +1.7)".</summary>
    public string Interval(Trigger found) => Interval(found.Effect, found.Lo, found.Hi);

    private string Interval(double effect, double lo, double hi) =>
        words["findings.factor.text", [("effect", WithSign(effect, DigitsOf(lo, hi))), .. Limits(lo, hi)]];

    /// <summary>How sure it is, its interval and the days counted.</summary>
    public string HowSure(Trigger found)
    {
        var strength = words[$"findings.strength.{AnalysisFiles.Key(found.Strength)}", ("n", ChanceOf(found.Strength))];
        var sure = words[
            "findings.factor.sure",
            [("strength", strength), .. Limits(found.Lo, found.Hi), ("days", found.DaysCounted)]
        ];
        return found.PerOccurrence ? sure : $"{sure} {words["findings.factor.usual", ("spread", Spread(found))]}";
    }

    /// <summary>Its other delays that are clear by themselves, one sentence each.</summary>
    public IReadOnlyList<string> OtherDelays(Trigger found) =>
        [.. report.OtherDelays(found).Select(t => words["findings.factor.also", [.. Told(t), .. Limits(t.Lo, t.Hi)]])];

    /// <summary>
    /// That one thing that was not recorded may be behind several same-day findings; null where nothing speaks for it.
    /// </summary>
    public string? SharedCause
    {
        get
        {
            List<string> names = [];
            foreach (var pair in report.SharedCauses)
                names.AddRange(new[] { NameOf(pair.First), NameOf(pair.Second) }.Except(names));
            return names.Count == 0
                ? null
                : words["findings.shared", ("factors", string.Join(", ", names)), ("measure", Outcome)];
        }
    }

    /// <summary>
    /// That nothing was found, as far as that goes: nothing tested, something left open, or all of it ruled out.
    /// </summary>
    public (string Title, string Text) Nothing
    {
        get
        {
            var kind =
                report.PairsTested == 0 ? "untested"
                : report.CannotTell.Count > 0 ? "open"
                : "none";
            return (
                words[$"findings.factors.{kind}"],
                words[
                    $"findings.factors.{kind}.text",
                    ("pairs", report.PairsTested),
                    ("open", report.CannotTell.Count),
                    ("tested", report.FactorsTested),
                    ("days", report.Result.Recorded)
                ]
            );
        }
    }

    /// <summary>The days of the week that stand out, or that none does; empty when that was declined.</summary>
    public IReadOnlyList<string> Weekdays =>
        PartsThatStandOut("weekdays", report.Result.Weekdays, d => ("day", DayNames[(d.Part + 1) % 7]));

    private string[] DayNames => words.Culture.DateTimeFormat.DayNames;

    /// <summary>The hours that stand out, or that none does; empty when too few moments were rated.</summary>
    public IReadOnlyList<string> Hours =>
        PartsThatStandOut("hours", report.Hours, h => ("hours", HoursOf(h)), counted: "times");

    /// <summary>"8:00 to 12:00", as the language writes hours.</summary>
    public string HoursOf(PartOfCycle part) =>
        words[
            "findings.hours.part",
            ("from", Clock(part.Part * HourProfile.HoursTogether)),
            ("to", Clock((part.Part + 1) * HourProfile.HoursTogether % 24))
        ];

    /// <summary>
    /// The menstrual phases that stand out, or that none does; empty when that was declined or never asked.
    /// </summary>
    public IReadOnlyList<string> Phases =>
        PartsThatStandOut("phases", report.Result.Cycle, p => ("phase", words[$"findings.phase.{p.Part}"]));

    /// <summary>"+0.4 (+0.1 to +0.7)" of a part of a day, week or cycle.</summary>
    public string Interval(PartOfCycle part) => Interval(part.Difference, part.Lo, part.Hi);

    /// <summary>The parts of a week, day or cycle that stand out, or that none does; empty without a pattern.</summary>
    /// <param name="name">The part's name, as the sentence of this kind calls it.</param>
    /// <param name="counted">What the sentence of this kind calls what was counted.</param>
    private IReadOnlyList<string> PartsThatStandOut(
        string kind,
        CyclePattern? pattern,
        Func<PartOfCycle, (string, object?)> name,
        string counted = "days"
    )
    {
        if (pattern is null)
            return [];
        var apart = pattern.P < FalseAlarm ? pattern.Parts.Where(p => p.Lo > 0 || p.Hi < 0).ToList() : [];
        return apart.Count == 0
            ? [NoneOf(kind, pattern)]
            : [.. apart.Select(p => SentenceOf(kind, p, name(p), (counted, p.Counted)))];
    }

    private string SentenceOf(string kind, PartOfCycle part, (string, object?) name, (string, object?) counted) =>
        words[
            $"findings.{kind}.{(part.Difference > 0 ? "higher" : "lower")}",
            [
                ("measure", OutcomeInSentence),
                name,
                ("effect", Points(Math.Abs(part.Difference))),
                .. Limits(part.Lo, part.Hi),
                counted,
            ]
        ];

    /// <summary>
    /// None stands out is said only where the intervals leave no room for a difference worth knowing.
    /// </summary>
    private string NoneOf(string kind, CyclePattern pattern)
    {
        var most = pattern.Parts.Max(p => Math.Max(Math.Abs(p.Lo), Math.Abs(p.Hi)));
        return words[
            $"findings.{kind}.{(most <= report.Result.WorthKnowing ? "none" : "open")}",
            ("measure", OutcomeInSentence),
            ("worth", WorthKnowing),
            ("most", Points(most))
        ];
    }

    private string WorthKnowing => Points(report.Result.WorthKnowing ?? double.NaN);

    private string Clock(int hour) => words.Clock(new NodaTime.LocalTime(hour, 0));

    /// <summary>Activities that are paid for on the days after; empty when none is or that was declined.</summary>
    public IReadOnlyList<string> Payback => [.. report.Result.BoomAndBust.Where(IsPaidFor).Select(SentenceOf)];

    private bool IsPaidFor(Payback payback) =>
        payback.Q < FalseAlarm && (report.Roles.HigherIsWorse ? payback.Lo > 0 : payback.Hi < 0);

    private string SentenceOf(Payback payback) =>
        words[
            "findings.payback",
            [
                ("factor", NameOf(payback.Factor)),
                ("measure", Outcome),
                ("sum", Points(Math.Abs(payback.Sum))),
                .. Limits(payback.Lo, payback.Hi),
                ("from", payback.FromLag),
                ("to", payback.ToLag),
                ("days", payback.DaysCounted),
            ]
        ];

    /// <summary>
    /// What a factor that made no difference is said to have: how large a difference the days rule out.
    /// </summary>
    public string NoDifference =>
        words["findings.looked.text", ("measure", OutcomeInSentence), ("worth", WorthKnowing)];

    /// <summary>How many days that was told from, and how many had no record and did not count.</summary>
    public string DaysLookedAt =>
        words[
            "findings.looked.days",
            ("counted", report.Result.Recorded),
            ("left", report.Result.Days - report.Result.Recorded)
        ];

    /// <summary>Of which factors it cannot be told yet, and how long it takes.</summary>
    public IReadOnlyList<string> CannotTell =>
        [
            .. report.Result.Declined.Where(IsOpenTrigger).Select(LineOf),
            .. report.TooWeak.Select(t =>
                words["findings.open.too-weak", ("factor", NameOf(t.Factor)), ("days", t.DaysCounted)]
            ),
        ];

    /// <summary>It is about a factor of which it cannot be told yet: among <see cref="CannotTell"/>.</summary>
    public static bool IsOpenTrigger(Declined declined) =>
        declined is { What: Analysed.Trigger, Reason: DeclineReason.CannotTellYet };

    /// <summary>What else was asked and not answered, and why.</summary>
    public IReadOnlyList<string> Declined =>
        [
            .. report
                .Result.Declined.Where(d => d.Reason != DeclineReason.NoDefinition && !IsOpenTrigger(d))
                .Select(LineOf),
        ];

    private string LineOf(Declined declined)
    {
        var what = declined.Name is null
            ? words[$"declined.what.{AnalysisFiles.Key(declined.What)}"]
            : NameOf(declined.Name);
        return $"{what}: {AnalysisFiles.WhyOf(declined, words)}.";
    }

    public string NameOf(string column) =>
        report.Series.Find(column) is { } found ? words.NameOf(found) : words.NameOf(ColumnName.Parse(column), null);

    public string When(int lag) =>
        words.Has($"findings.when.{lag}") ? words[$"findings.when.{lag}"] : words["findings.when.n", ("n", lag)];

    /// <summary>Both ends of an interval, as every sentence names them.</summary>
    private (string, object?)[] Limits(double lo, double hi) =>
        [("lo", WithSign(lo, DigitsOf(lo, hi))), ("hi", WithSign(hi, DigitsOf(lo, hi)))];

    /// <summary>"+0.5", "-0.2", "0".</summary>
    private string WithSign(double value, int digits) =>
        !double.IsFinite(value)
            ? words["findings.no-limit"]
            : (Math.Round(value, digits) > 0 ? "+" : "") + words.Number(value, digits);

    /// <summary>Two digits where one would round an end of a narrow interval away.</summary>
    private static int DigitsOf(double lo, double hi) =>
        Math.Min(Math.Abs(lo), Math.Abs(hi)) < LostInRounding && hi - lo < Narrow ? 2 : 1;

    private string Points(double value) => words.Number(value, value < LostInRounding ? 2 : 1);

    private string Spread(Trigger found)
    {
        var column = report.Series.Find(found.Factor);
        return column?.Measure is { } measure
            ? words.AmountOf(found.FactorSpread, measure.Unit)
            : words.Number(found.FactorSpread);
    }

    /// <summary>The name as it stands inside a sentence.</summary>
    internal string InSentence(string column) =>
        report.Series.Find(column)?.Measure is { } measure ? words.InSentence(measure, NameOf(column)) : NameOf(column);
}
