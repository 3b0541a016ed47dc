using Inomya.Function;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    /// <summary>Begins the id of a section of the function file: function-days, or function-FORM in the shape of a form.</summary>
    private const string FunctionSection = "function-";

    /// <summary>What was told of single days is told up to today, unless other days were asked for.</summary>
    private LocalDate FunctionTo => _source.IsAskedFor ? To : _source.MadeOn;

    private List<ReportBlock> FunctionOf(string section) =>
        _shelf.Functions.FindForm(section[FunctionSection.Length..]) is { } form
            ? InShapeOf(form)
            : Told(
                FunctionFile.Of(
                    _source.FunctionDays,
                    _shelf.Functions,
                    _source.IsAskedFor ? From : FunctionTo.PlusMonths(-FunctionFile.UsualMonths).PlusDays(1),
                    FunctionTo
                )
            );

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

    /// <summary>The activities that a form asks about, in its order; one without an answer says so.</summary>
    private List<ReportBlock> InShapeOf(FunctionForm form)
    {
        var file = _source.IsAskedFor
            ? FunctionFile.Of(_source.FunctionDays, _shelf.Functions, From, FunctionTo)
            : FunctionFile.Of(_source.FunctionDays, _shelf.Functions, form, FunctionTo);
        return
        [
            new TextBlock(_words[$"function.form.{form.Id}.about"]),
            .. Text(AsksFor(form)),
            new TextBlock(SayDays(file)),
            TableOf(_words[$"function.form.{form.Id}"], form.Activities, file),
            new TextBlock(_words["functions.report.no-form"]),
        ];
    }

    private string AsksFor(FunctionForm form) =>
        string.Join(
            ' ',
            new[]
            {
                form.Months is { } months ? _words["functions.report.months", ("months", months)] : null,
                form.ShareOfDays is { } share
                    ? _words["functions.report.share-asked", ("share", (int)Math.Round(Percent * share))]
                    : null,
                _words["functions.report.limited"],
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
