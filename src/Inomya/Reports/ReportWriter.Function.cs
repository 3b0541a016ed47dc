using Inomya.Function;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    /// <summary>Begins the id of a section of the function file: function-days, or function-FORM in the shape of a form.</summary>
    private const string FunctionSection = "function-";

    private const string AllActivities = FunctionSection + "days";

    /// <summary>It is about what was told of single days, and about nothing else of the record.</summary>
    private bool IsFunctionFile => _audience.Sections.Contains(AllActivities);

    private LocalDate FunctionFrom =>
        _source.IsAskedFor ? _source.From : FunctionTo.PlusMonths(-FunctionFile.UsualMonths).PlusDays(1);

    /// <summary>What was told of single days is told up to today, unless other days were asked for.</summary>
    private LocalDate FunctionTo => _source.IsAskedFor ? _source.To : _source.MadeOn;

    private List<ReportBlock> FunctionOf(string section) =>
        section == AllActivities
            ? Told(FunctionFile.Of(_source.FunctionDays, _shelf.Functions, FunctionFrom, FunctionTo))
        : _shelf.Functions.FindForm(section[FunctionSection.Length..]) is { } form ? InShapeOf(form)
        : [];

    private List<ReportBlock> Told(FunctionFile file)
    {
        List<ReportBlock> blocks =
        [
            new TextBlock(SayDays(file)),
            new TextBlock(_words["functions.report.not-counted"]),
        ];
        if (file.Counts.Count > 0)
            blocks.Add(TableOf(_words["report.section.function-days"], file.Counts.Select(c => c.Activity), file));
        return blocks;
    }

    /// <summary>The activities that a form asks about, in its order, and no other; one without an answer says so.</summary>
    private List<ReportBlock> InShapeOf(FunctionForm form)
    {
        var file = FileOf(form);
        return
        [
            new TextBlock(_words[$"function.form.{form.Id}.about"]),
            .. Text(AsksFor(form)),
            new TextBlock(SayDays(file)),
            TableOf(_words[$"function.form.{form.Id}"], form.Activities, file),
            new TextBlock(_words["functions.report.no-form"]),
        ];
    }

    private FunctionFile FileOf(FunctionForm form)
    {
        var told = _source.FunctionDays.Where(d => form.Activities.Contains(d.Activity));
        return _source.IsAskedFor
            ? FunctionFile.Of(told, _shelf.Functions, FunctionFrom, FunctionTo)
            : FunctionFile.Of(told, _shelf.Functions, form, FunctionTo);
    }

    private string AsksFor(FunctionForm form) =>
        string.Join(
            ' ',
            new[]
            {
                form.ShareOfDays is { } share
                    ? _words["functions.report.share-asked", ("share", (int)Math.Round(Percent * share))]
                    : null,
                _words["functions.report.limited"],
                _source.IsAskedFor ? null : _words["functions.report.months", ("months", FunctionFile.MonthsOf(form))],
            }.OfType<string>()
        );

    private string SayDays(FunctionFile file) =>
        _words[
            "functions.report.days",
            ("from", file.From),
            ("to", file.To),
            ("n", file.DaysAnswered),
            ("days", file.Days)
        ];

    private TableBlock TableOf(string caption, IEnumerable<string> activities, FunctionFile file) =>
        new(
            caption,
            [
                _words["functions.activity"],
                _words["functions.answered"],
                .. _shelf.Functions.Ways.Select(w => _words[$"function.way.{w}"]),
                _words["functions.marks"],
                _words["functions.limited"],
            ],
            [.. activities.Select(a => RowOf(a, file.Find(a)))]
        );

    private IReadOnlyList<string> RowOf(string activity, FunctionCount? count) =>
        [
            _words.Has($"function.activity.{activity}") ? _words[$"function.activity.{activity}"] : activity,
            count is null ? NotRecorded : _words.Number(count.Answered),
            .. _shelf.Functions.Ways.Select(w => count is null ? "" : _words.Number(count.ByWay[w])),
            count is null ? "" : MarksOf(count),
            count is null
                ? ""
                : _words[
                    "report.since.share",
                    ("n", count.Limited),
                    ("of", count.Answered),
                    ("share", (int)Math.Round(Percent * count.LimitedShare!.Value))
                ],
        ];

    private string MarksOf(FunctionCount count)
    {
        var told = count
            .Marks.Where(m => m.Value.Answered > 0)
            .Select(m => _words[$"functions.not.{m.Key}", ("no", m.Value.No), ("n", m.Value.Answered)])
            .ToList();
        return told.Count == 0 ? NotRecorded : string.Join("; ", told);
    }
}
