using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Reports;

/// <summary>Puts what was read and found into words and tables for one audience; computes nothing of its own.</summary>
public sealed partial class ReportWriter
{
    private const int LastMonthDays = 30;

    /// <summary>A longer course shows its shape only with a calmer line.</summary>
    private const int SmoothedFromDays = 120;

    private const int MostPlaces = 6;

    private readonly ReportShelf _shelf;
    private readonly Words _words;
    private readonly ReportSource _source;
    private readonly ReportAudience _audience;
    private readonly IReadOnlyCollection<string> _without;

    /// <summary>
    /// What this audience is given: no block tells in passing what a section that they do not have would.
    /// </summary>
    private readonly IReadOnlyCollection<string> _sections;

    /// <summary>Sections that are about the outcome.</summary>
    private static readonly string[] AboutOutcome =
    [
        "short",
        "since",
        "picture",
        "course",
        "years",
        "findings",
        "nothing",
    ];

    /// <summary>Mood and cycle are told.</summary>
    private readonly bool _private;

    private ReportWriter(
        ReportShelf shelf,
        Words words,
        ReportSource source,
        ReportAudience audience,
        IReadOnlyCollection<string> also,
        IReadOnlyCollection<string> without
    )
    {
        (_shelf, _words, _source, _audience, _without) = (shelf, words, source, audience, without);
        _sections = [.. Sections(audience, also).Except(without)];
        _private =
            audience.Own
            || (also.Contains(ReportAudience.Private) && audience.MayHave.Contains(ReportAudience.Private));
        // where the outcome itself is private, nothing that is about it is told
        if (source.Findings?.Outcome.Key.Name is { } outcome && IsPrivate(outcome))
            _sections = [.. _sections.Except(AboutOutcome)];
    }

    /// <summary>The audiences that content/reports knows, in its order.</summary>
    public static IReadOnlyList<string> Audiences(ContentFolder content) =>
        [.. ReportAudience.All(content).Select(a => a.Id)];

    /// <summary>The report for one audience: only what content/reports gives them.</summary>
    /// <exception cref="ArgumentException">There is no such audience.</exception>
    /// <param name="also">
    /// Sections the person asked for on top; only those that this audience may have are written.
    /// </param>
    /// <param name="without">Sections, and facts of the person (<see cref="MayLeaveOut"/>), that they left out.</param>
    public static ReportDocument Write(
        ReportShelf shelf,
        Words words,
        ReportSource source,
        string audience,
        IReadOnlyCollection<string>? also = null,
        IReadOnlyCollection<string>? without = null
    )
    {
        var given = ReportAudience.Find(shelf.Content, audience)
            ?? throw new ArgumentException($"There is no audience '{audience}'.", nameof(audience));
        return new ReportWriter(shelf, words, source, given, also ?? [], without ?? []).Document();
    }

    /// <summary>The sections an audience may have on top of the usual ones.</summary>
    public static IReadOnlyList<string> MayHave(ContentFolder content, string audience) =>
        ReportAudience.Find(content, audience)?.MayHave ?? [];

    /// <summary>What the person may leave out: facts about them, and any section but how far to trust it.</summary>
    public static IReadOnlyList<string> MayLeaveOut(ContentFolder content, string audience) =>
        ReportAudience.Find(content, audience)?.Sections is { } sections
            ? [.. sections.Contains("who") ? Facts : [], .. sections.SkipLast(1).Except(["who"])]
            : [];

    /// <summary>What was asked for on top comes before how far to trust it all, which ends a report.</summary>
    private static IEnumerable<string> Sections(ReportAudience given, IReadOnlyCollection<string> also) =>
        given
            .Sections.SkipLast(1)
            .Concat(given.MayHave.Where(m => m != ReportAudience.Private && also.Contains(m)))
            .Concat(given.Sections.TakeLast(1));

    private ReportDocument Document() =>
        new(
            _words[TitleKey(_audience.Id), ("name", Name)],
            _words[PeriodKey, ("from", From), ("to", To), ("made", _source.MadeOn)],
            _audience.Id,
            _source.MadeOn,
            [.. _sections.Select(SectionOf).Where(s => s.Blocks.Count > 0)]
        )
        {
            MostPages = _sections.Contains("history") ? null : _audience.Pages,
        };

    private string Name => _without.Contains("name") ? _words["common.no-name"] : _words.NameOf(_source.Person);

    private string PeriodKey =>
        _audience.SinceVisit && _source.Window.IsSinceVisit ? "report.period.visit" : "report.period";

    /// <summary>The first day that this reader is told of.</summary>
    private LocalDate From =>
        _audience.SinceVisit ? _source.Window.From
        : IsFunctionFile ? FunctionFrom
        : _source.From;

    private LocalDate To =>
        _audience.SinceVisit ? _source.Window.To
        : IsFunctionFile ? FunctionTo
        : _source.To;

    private int Days => Period.DaysBetween(From, To) + 1;

    private int DaysRecorded => _audience.SinceVisit ? _source.WindowRecorded : _source.DaysRecorded;

    /// <summary>An audience may have a title of its own: an employer's names no symptoms.</summary>
    private string TitleKey(string audience) =>
        _words.Has($"report.document.{audience}") ? $"report.document.{audience}" : "report.document";

    private ReportSection SectionOf(string id) =>
        new(id, _words[$"report.section.{id}"], BlocksOf(id))
        {
            OnNewPage = id == "years" && _audience.Pages is not null,
        };

    private List<ReportBlock> BlocksOf(string section) =>
        section switch
        {
            "who" => Who(),
            "asks" => Asks(),
            "since" => Since(),
            "picture" => Picture(),
            "years" => Years(),
            "scores" => Scores(),
            "check" => Check(),
            "watch" => Watch(),
            "laboratory" => Laboratory(),
            "nothing" => Nothing(),
            _ => UsualBlocksOf(section),
        };

    private List<ReportBlock> UsualBlocksOf(string section) =>
        section switch
        {
            "record" => Record(),
            "short" => Short(),
            "function" => Courses("function"),
            "course" => Courses(Outcome?.Key.Name, "function"),
            "places" => Places(),
            "medicines" => Medicines(),
            "flares" => Flares(),
            "findings" => Found(),
            _ when section.StartsWith(FunctionSection, StringComparison.Ordinal) => FunctionOf(section),
            _ => WordsOf(section),
        };

    private List<ReportBlock> WordsOf(string section) =>
        section switch
        {
            "history" => History(),
            "help" => Help(),
            "honesty" => Honesty(),
            _ => throw new ContentException("reports/audiences.yaml", $"there is no section '{section}'"),
        };

    /// <summary>As many as a reader is given; the rest is counted.</summary>
    private List<T> Most<T>(string what, IReadOnlyList<T> all, List<ReportBlock> counted)
    {
        var most = _audience.Pages is null ? all.Count : _shelf.Rules.Most[what];
        if (all.Count > most)
            counted.Add(new TextBlock(_words.Count("report.more", all.Count - most)));
        return [.. all.Take(most)];
    }

    /// <summary>On the days of the report.</summary>
    private DayColumn? Outcome =>
        _source.Findings is { } findings ? _source.Series?.Find(findings.Outcome.Key.Name) : null;

    private List<ReportBlock> Record() =>
        [new TextBlock(_words["report.record.days", ("recorded", DaysRecorded), ("days", Days)])];

    /// <summary>The outcome and the other core ratings: how they were in all and in the last month.</summary>
    private List<ReportBlock> Short()
    {
        var blocks = new List<ReportBlock>
        {
            new TableBlock(
                _words["report.section.short"],
                [
                    _words["report.table.measure"],
                    _words["report.table.recorded"],
                    _words["report.table.middle"],
                    _words["report.table.last-month"],
                ],
                [.. CoreColumns.Select(ShortRow)]
            ),
        };
        if (_source.Findings is { DaysStillNeeded: 0 } findings)
            blocks.AddRange(OverTime(new FindingSentences(_words, findings)));
        return blocks;
    }

    /// <summary>Then and now, and whether it went along a line.</summary>
    private static IEnumerable<ReportBlock> OverTime(FindingSentences sentences) =>
        new[] { sentences.ThenAndNow, sentences.Trend }.OfType<string>().Select(s => new TextBlock(s));

    private IEnumerable<DayColumn> CoreColumns =>
        (_source.Series?.Columns ?? [])
            .Where(c => c.Key is { Region: null } && c.Measure is { Ask: "core", Scale: not null })
            .Prepend(Outcome)
            .OfType<DayColumn>()
            .Where(c => !IsPrivate(c.Key.Name))
            .Distinct();

    private IReadOnlyList<string> ShortRow(DayColumn column) =>
        [
            NameWithScale(column),
            Of(Summary.Of(column.Values)),
            MiddleOf(Summary.Of(column.Values)),
            MiddleOf(Summary.Of(column.Values.AsSpan(Math.Max(0, column.Values.Length - LastMonthDays)))),
        ];

    private List<ReportBlock> Courses(params string?[] names) =>
        [
            .. names
                .Distinct()
                .Select(n => n is null ? null : _source.Series?.Find(n))
                .OfType<DayColumn>()
                .Select(CourseOf),
        ];

    private CourseBlock CourseOf(DayColumn column)
    {
        var scale = column.Key.Scale ?? column.Measure?.Scale;
        var recorded = RecordedDays.Of(_source.Series!, column);
        return new CourseBlock(
            $"course-{column.Measure?.Id ?? "x"}",
            _words.NameOf(column),
            _words[
                "report.course.summary",
                ("measure", _words.NameOf(column)),
                ("recorded", column.Recorded),
                ("days", _source.Days)
            ] + recorded.Besides(_words),
            _source.Series!.First,
            column.Values,
            scale?.Low,
            scale?.Top,
            column.Values.Length > SmoothedFromDays ? Smoothing.Weekly(column.Values) : null,
            [.. (_sections.Contains("flares") ? FlaresInside() : []).Select(InsideOf)],
            recorded.Bad
        );
    }

    /// <summary>The part of a flare that lies in the days of the report.</summary>
    private (LocalDate From, LocalDate To) InsideOf(Flare flare) =>
        (LocalDate.Max(flare.Start, _source.From), flare.End is { } end ? LocalDate.Min(end, _source.To) : _source.To);

    private List<ReportBlock> Places()
    {
        var places = _source.Series is null ? null : PainPlaces.Of(_source.Series);
        if (places is not { Days: > 0 and var days, Share: var share })
            return [new TextBlock(_words["report.places.none"])];
        var most = string.Join(", ", MostOften(share).Select(s => WithShare(s.Key, s.Value)));
        return
        [
            new PlacesBlock(_words["report.section.places"], _words["report.places.summary", ("days", days)], share),
            new TextBlock(_words["report.places.most", ("places", most)]),
        ];
    }

    private static IEnumerable<KeyValuePair<string, double>> MostOften(IReadOnlyDictionary<string, double> share) =>
        share.Where(s => s.Value > 0).OrderByDescending(s => s.Value).Take(MostPlaces);

    private string WithShare(string place, double share) =>
        _words["report.places.share", ("place", _words[$"region.{place}"]), ("share", (int)Math.Round(100 * share))];

    private List<ReportBlock> Found()
    {
        if (_source.Findings is not { } findings)
            return [new TextBlock(_words["report.empty"])];
        if (findings.DaysStillNeeded > 0)
            return [new TextBlock(_words["report.findings.not-yet", ("n", findings.DaysStillNeeded)])];
        var sentences = new FindingSentences(_words, findings);
        var more = new List<ReportBlock>();
        var told = Most("findings", [.. findings.Found.Where(f => !IsPrivate(f.Factor))], more);
        return
        [
            .. findings.Found.Count == 0 ? Text($"{sentences.Nothing.Title} {sentences.Nothing.Text}") : [],
            .. Shelf("before", [.. told.Where(f => f.Lag > 0)], sentences),
            .. Shelf("same-day", [.. told.Where(f => f.Lag == 0)], sentences),
            .. sentences.SharedCause is { } shared && !findings.Found.Any(f => IsPrivate(f.Factor)) ? Text(shared) : [],
            .. more,
            .. TestedShelf(),
        ];
    }

    /// <summary>Told only where the person asked for it in this report.</summary>
    private bool IsPrivate(string column) =>
        !_private && _shelf.Rules.PrivateMeasures.Contains(ColumnName.Parse(column).Measure);

    private static ReportBlock[] Text(string text) => [new TextBlock(text)];

    /// <summary>One's own tests; where there is a place for those that found nothing, those stand there.</summary>
    private IEnumerable<ReportBlock> TestedShelf()
    {
        var tested = _source.Tested.Where(t => !_sections.Contains("nothing") || IsFound(t)).ToList();
        if (tested.Count == 0)
            yield break;
        yield return new TextBlock($"{_words["findings.tested"]}. {_words["findings.tested.text"]}");
        yield return new ListBlock([.. tested.Select(t => t.Sentence(_words))]);
    }

    private static bool IsFound(Experiments.Tested tested) =>
        tested.Answer is Experiments.Answer.ProbablyHelps or Experiments.Answer.ProbablyWorse;

    private IEnumerable<ReportBlock> Shelf(string shelf, IReadOnlyList<Analysis.Trigger> found, FindingSentences words)
    {
        if (found.Count == 0)
            yield break;
        yield return new TextBlock($"{_words[$"findings.{shelf}"]}. {_words[$"findings.{shelf}.text"]}");
        yield return new ListBlock([
            .. found.SelectMany(f => (_audience.Pages is null ? words.OtherDelays(f) : []).Prepend(Line(f))),
        ]);

        string Line(Analysis.Trigger f) => $"{words.LineOf(f)} {words.HowSure(f)}";
    }

    private List<ReportBlock> History() =>
        Inomya.History.HistoryText.Write(_words, _source.History) is { Count: > 0 } sections
            ? [new ListBlock([.. sections.Select(s => $"{s.Heading}: {string.Join(' ', s.Sentences)}")])]
            : [new TextBlock(_words["history.none"])];

    private List<ReportBlock> Honesty() =>
        [
            new ListBlock([
                _words["report.honesty.own"],
                // a function file has its own count of days with an answer
                .. IsFunctionFile
                    ? Array.Empty<string>()
                    : [_words["report.honesty.missing", ("missing", Days - DaysRecorded), ("days", Days)]],
                .. _sections.Contains("findings") ? new[] { _words["report.honesty.links"] } : [],
                _words["report.honesty.device"],
                _words[
                    "report.honesty.engine",
                    ("version", typeof(ReportWriter).Assembly.GetName().Version?.ToString(3)),
                    ("engine", Analysis.Engine.Version)
                ],
            ]),
        ];

    private string NameWithScale(DayColumn column) =>
        (column.Key.Scale ?? column.Measure?.Scale) is { } scale && column.Key.Scale is null
            ? $"{_words.NameOf(column)} ({scale})"
            : _words.NameOf(column);

    private string Of(Summary summary) => _words["report.of-days", ("n", summary.Recorded), ("days", _source.Days)];

    private string MiddleOf(Summary summary) =>
        summary.Recorded == 0
            ? _words["common.not-recorded"]
            : _words["report.middle", ("middle", summary.Middle), ("low", summary.Low), ("high", summary.High)];
}
