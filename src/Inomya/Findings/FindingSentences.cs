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

    private const double DaysOfMonth = 30,
        DaysOfYear = 365;
    private const double LikelyChange = 0.97;

    /// <summary>
    /// Of ten hints, ten likely or a hundred clear findings, how many were chance on made persons:
    /// docs/methods/triggers.md.
    /// </summary>
    public static int ChanceOf(Strength strength) => strength == Strength.Hint ? 4 : 1;

    private string Outcome => words.NameOf(report.Outcome);

    /// <summary>The trend in one sentence; a trend whose interval holds 0 is called none.</summary>
    public string Trend
    {
        get
        {
            if (report.Result.Trend is not { } trend)
                return words[
                    "findings.trend.declined",
                    (
                        "why",
                        report.Result.Declined.FirstOrDefault(d => d.What is Analysed.Trend or Analysed.Outcome)
                            is { } d
                            ? AnalysisFiles.WhyOf(d, words)
                            : ""
                    )
                ];
            var kind =
                trend.Lo > 0 ? "up"
                : trend.Hi < 0 ? "down"
                : IsOpen(trend) ? "open"
                : "flat";
            var digits = DigitsOf(trend.Lo, trend.Hi);
            return words[
                $"findings.trend.{kind}",
                ("measure", Outcome),
                ("effect", Points(Math.Abs(trend.Per30Days))),
                ("lo", WithSign(words, trend.Lo, digits)),
                ("hi", WithSign(words, trend.Hi, digits)),
                ("room", words.Number(RoomOfYear(trend), 1)),
                ("days", trend.DaysCounted)
            ];
        }
    }

    /// <summary>No clear trend is said only where little is left open; else it cannot be told.</summary>
    private bool IsOpen(TrendEstimate trend) =>
        report.Result.WorthKnowing is not { } worth || RoomOfYear(trend) >= OpenRoom * worth;

    private static double RoomOfYear(TrendEstimate trend) => (trend.Hi - trend.Lo) / DaysOfMonth * DaysOfYear;

    /// <summary>Each lasting change with how sure it is: "stayed there" is never said without.</summary>
    public IReadOnlyList<string> Changes =>
        [
            .. report.Changes.Select(c =>
                words[
                    $"findings.change.{(c.Jump > 0 ? "up" : "down")}",
                    ("strength", words[$"findings.change.{(c.Probability >= LikelyChange ? "likely" : "hint")}"]),
                    ("day", Epoch.ToLocalDate(c.Day)),
                    ("measure", InSentence(report.Outcome.Key.Name)),
                    ("jump", Points(Math.Abs(c.Jump))),
                    ("lo", WithSign(words, c.Lo, DigitsOf(c.Lo, c.Hi))),
                    ("hi", WithSign(words, c.Hi, DigitsOf(c.Lo, c.Hi))),
                    ("from", Epoch.ToLocalDate(c.FromDay)),
                    ("to", Epoch.ToLocalDate(c.ToDay))
                ]
            ),
        ];

    /// <summary>One finding: what goes with what, how much, when.</summary>
    public string Of(Trigger found) =>
        words[
            found.PerOccurrence ? "findings.factor.yes" : "findings.factor.more",
            ("measure", InSentence(report.Outcome.Key.Name)),
            ("effect", Points(Math.Abs(found.Effect))),
            ("direction", words[$"findings.direction.{(found.Effect > 0 ? "higher" : "lower")}"]),
            ("when", When(found.Lag))
        ];

    /// <summary>The same with its name before it, for a list.</summary>
    public string LineOf(Trigger found) =>
        words["findings.factor.line", ("factor", NameOf(found.Factor)), ("sentence", Of(found))];

    /// <summary>"+1.4 (+1.2 to +1.7)".</summary>
    public string Interval(Trigger found)
    {
        var digits = DigitsOf(found.Lo, found.Hi);
        return words[
            "findings.factor.text",
            ("effect", WithSign(words, found.Effect, digits)),
            ("lo", WithSign(words, found.Lo, digits)),
            ("hi", WithSign(words, found.Hi, digits))
        ];
    }

    /// <summary>How sure it is, its interval and the days counted.</summary>
    public string HowSure(Trigger found)
    {
        var sure = words[
            "findings.factor.sure",
            (
                "strength",
                words[$"findings.strength.{AnalysisFiles.Key(found.Strength)}", ("n", ChanceOf(found.Strength))]
            ),
            ("lo", WithSign(words, found.Lo, DigitsOf(found.Lo, found.Hi))),
            ("hi", WithSign(words, found.Hi, DigitsOf(found.Lo, found.Hi))),
            ("days", found.DaysCounted)
        ];
        return found.PerOccurrence ? sure : $"{sure} {words["findings.factor.usual", ("spread", Spread(found))]}";
    }

    /// <summary>Its other delays that are clear by themselves, one sentence each.</summary>
    public IReadOnlyList<string> OtherDelays(Trigger found) =>
        [
            .. report
                .OtherDelays(found)
                .Select(t =>
                    words[
                        "findings.factor.also",
                        ("measure", InSentence(report.Outcome.Key.Name)),
                        ("effect", Points(Math.Abs(t.Effect))),
                        ("direction", words[$"findings.direction.{(t.Effect > 0 ? "higher" : "lower")}"]),
                        ("when", When(t.Lag)),
                        ("lo", WithSign(words, t.Lo, DigitsOf(t.Lo, t.Hi))),
                        ("hi", WithSign(words, t.Hi, DigitsOf(t.Lo, t.Hi)))
                    ]
                ),
        ];

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
    public IReadOnlyList<string> Weekdays
    {
        get
        {
            if (report.Result.Weekdays is not { } week)
                return [];
            var names = words.Culture.DateTimeFormat.DayNames;
            var apart = week.P < FalseAlarm ? week.Parts.Where(d => d.Lo > 0 || d.Hi < 0).ToList() : [];
            return apart.Count == 0
                ? [NoneOf("weekdays", week)]
                :
                [
                    .. apart.Select(d =>
                        words[
                            $"findings.weekdays.{(d.Difference > 0 ? "higher" : "lower")}",
                            ("measure", InSentence(report.Outcome.Key.Name)),
                            ("day", names[(d.Part + 1) % 7]),
                            ("effect", Points(Math.Abs(d.Difference))),
                            ("lo", WithSign(words, d.Lo, DigitsOf(d.Lo, d.Hi))),
                            ("hi", WithSign(words, d.Hi, DigitsOf(d.Lo, d.Hi))),
                            ("days", d.Counted)
                        ]
                    ),
                ];
        }
    }

    /// <summary>The hours that stand out, or that none does; empty when too few moments were rated.</summary>
    public IReadOnlyList<string> Hours
    {
        get
        {
            if (report.Hours is not { } hours)
                return [];
            var apart = hours.P < FalseAlarm ? hours.Parts.Where(h => h.Lo > 0 || h.Hi < 0).ToList() : [];
            return apart.Count == 0
                ? [NoneOf("hours", hours)]
                :
                [
                    .. apart.Select(h =>
                        words[
                            $"findings.hours.{(h.Difference > 0 ? "higher" : "lower")}",
                            ("measure", InSentence(report.Outcome.Key.Name)),
                            ("hours", HoursOf(h)),
                            ("effect", Points(Math.Abs(h.Difference))),
                            ("lo", WithSign(words, h.Lo, DigitsOf(h.Lo, h.Hi))),
                            ("hi", WithSign(words, h.Hi, DigitsOf(h.Lo, h.Hi))),
                            ("times", h.Counted)
                        ]
                    ),
                ];
        }
    }

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
    public IReadOnlyList<string> Phases
    {
        get
        {
            if (report.Result.Cycle is not { } cycle)
                return [];
            var apart = cycle.P < FalseAlarm ? cycle.Parts.Where(p => p.Lo > 0 || p.Hi < 0).ToList() : [];
            return apart.Count == 0
                ? [NoneOf("phases", cycle)]
                :
                [
                    .. apart.Select(p =>
                        words[
                            $"findings.phases.{(p.Difference > 0 ? "higher" : "lower")}",
                            ("measure", InSentence(report.Outcome.Key.Name)),
                            ("phase", words[$"findings.phase.{p.Part}"]),
                            ("effect", Points(Math.Abs(p.Difference))),
                            ("lo", WithSign(words, p.Lo, DigitsOf(p.Lo, p.Hi))),
                            ("hi", WithSign(words, p.Hi, DigitsOf(p.Lo, p.Hi))),
                            ("days", p.Counted)
                        ]
                    ),
                ];
        }
    }

    /// <summary>"+0.4 (+0.1 to +0.7)" of a part of a day, week or cycle.</summary>
    public string Interval(PartOfCycle part) =>
        words[
            "findings.factor.text",
            ("effect", WithSign(words, part.Difference, DigitsOf(part.Lo, part.Hi))),
            ("lo", WithSign(words, part.Lo, DigitsOf(part.Lo, part.Hi))),
            ("hi", WithSign(words, part.Hi, DigitsOf(part.Lo, part.Hi)))
        ];

    /// <summary>
    /// None stands out is said only where the intervals leave no room for a difference worth knowing.
    /// </summary>
    private string NoneOf(string kind, CyclePattern pattern)
    {
        var most = pattern.Parts.Max(p => Math.Max(Math.Abs(p.Lo), Math.Abs(p.Hi)));
        return words[
            $"findings.{kind}.{(most <= report.Result.WorthKnowing ? "none" : "open")}",
            ("measure", InSentence(report.Outcome.Key.Name)),
            ("worth", Points(report.Result.WorthKnowing ?? double.NaN)),
            ("most", Points(most))
        ];
    }

    private string Clock(int hour) => words.Clock(new NodaTime.LocalTime(hour, 0));

    /// <summary>Activities that are paid for on the days after; empty when none is or that was declined.</summary>
    public IReadOnlyList<string> Payback =>
        [
            .. report
                .Result.BoomAndBust.Where(b => b.Q < FalseAlarm && (report.Roles.HigherIsWorse ? b.Lo > 0 : b.Hi < 0))
                .Select(b =>
                    words[
                        "findings.payback",
                        ("factor", NameOf(b.Factor)),
                        ("measure", Outcome),
                        ("sum", Points(Math.Abs(b.Sum))),
                        ("lo", WithSign(words, b.Lo, DigitsOf(b.Lo, b.Hi))),
                        ("hi", WithSign(words, b.Hi, DigitsOf(b.Lo, b.Hi))),
                        ("from", b.FromLag),
                        ("to", b.ToLag),
                        ("days", b.DaysCounted)
                    ]
                ),
        ];

    /// <summary>
    /// What a factor that made no difference is said to have: how large a difference the days rule out.
    /// </summary>
    public string NoDifference =>
        words[
            "findings.looked.text",
            ("measure", InSentence(report.Outcome.Key.Name)),
            ("worth", Points(report.Result.WorthKnowing ?? double.NaN))
        ];

    /// <summary>Of which factors it cannot be told yet, and how long it takes.</summary>
    public IReadOnlyList<string> CannotTell =>
        [
            .. report.Result.Declined.Where(IsOpenTrigger).Select(LineOf),
            .. report.TooWeak.Select(t =>
                words["findings.open.too-weak", ("factor", NameOf(t.Factor)), ("days", t.DaysCounted)]
            ),
        ];

    private static bool IsOpenTrigger(Declined declined) =>
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

    public string NameOf(string column) => report.Series.Find(column) is { } found ? words.NameOf(found) : column;

    public string When(int lag) =>
        words.Has($"findings.when.{lag}") ? words[$"findings.when.{lag}"] : words["findings.when.n", ("n", lag)];

    /// <summary>"+0.5", "-0.2", "0".</summary>
    private static string WithSign(Words words, double value, int digits) =>
        !double.IsFinite(value)
            ? words["findings.no-limit"]
            : (Math.Round(value, digits) > 0 ? "+" : "") + words.Number(value, digits);

    /// <summary>Two digits where one would round an end of a narrow interval away.</summary>
    private static int DigitsOf(double lo, double hi) =>
        Math.Min(Math.Abs(lo), Math.Abs(hi)) < 0.1 && hi - lo < 0.5 ? 2 : 1;

    private string Points(double value) => words.Number(value, value < 0.1 ? 2 : 1);

    private string Spread(Trigger found)
    {
        var column = report.Series.Find(found.Factor);
        return column?.Measure is { } measure
            ? words.AmountOf(found.FactorSpread, measure.Unit)
            : words.Number(found.FactorSpread);
    }

    /// <summary>
    /// A built-in name in the middle of a sentence starts small; the person's own stays as they wrote it.
    /// </summary>
    private string InSentence(string column)
    {
        var name = NameOf(column);
        return report.Series.Find(column)?.Measure is { OwnName: null } && name.Length > 0
            ? string.Concat(char.ToLower(name[0], words.Culture).ToString(), name[1..])
            : name;
    }
}
