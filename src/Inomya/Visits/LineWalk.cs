using System.Security.Cryptography;
using System.Text;
using Inomya.Content;
using Inomya.Reports;
using Inomya.Story;

namespace Inomya.Visits;

/// <summary>Goes through every line of a report and builds it anew from those that are kept.</summary>
internal sealed class LineWalk(Words words, Func<ReportLine, bool> keeps)
{
    private const int IdBytes = 6;

    /// <summary>How often a line of the same words was met, by what its id is made from.</summary>
    private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);

    public ReportDocument Through(ReportDocument report) =>
        report with
        {
            Title = Keeps(ReportLine.Head, "title", report.Title, "") ? report.Title : words["visits.document"],
            Period =
                report.Period.Length > 0 && Keeps(ReportLine.Head, "period", report.Period, "") ? report.Period : "",
            Sections = [.. report.Sections.Select(Through).Where(s => s.Blocks.Count > 0)],
        };

    private ReportSection Through(ReportSection section) =>
        section with
        {
            Blocks = [.. section.Blocks.Select(b => Through(section.Id, b)).OfType<ReportBlock>()],
        };

    /// <summary>Null where nothing of it is left.</summary>
    private ReportBlock? Through(string section, ReportBlock block) =>
        block switch
        {
            TextBlock text => Keeps(section, "text", text.Text) ? text : null,
            LinesBlock lines => Keeps(section, "lines", lines.Label) ? lines : null,
            PlacesBlock places => Keeps(section, "places", $"{places.Title}. {places.Summary}", "") ? places : null,
            CourseBlock course => Through(section, course),
            TableBlock table => Through(section, table),
            _ => OfMany(section, block),
        };

    private ReportBlock? OfMany(string section, ReportBlock block) =>
        block switch
        {
            ListBlock list => ItemsOf(section, list.Items) is { Count: > 0 } items ? new ListBlock(items) : null,
            ChecksBlock checks => ItemsOf(section, checks.Items) is { Count: > 0 } items
                ? checks with
                {
                    Items = items,
                }
                : null,
            FactsBlock facts => FactsOf(section, facts) is { Count: > 0 } left ? new FactsBlock(left) : null,
            _ => throw new InvalidOperationException($"Say in {nameof(LineWalk)} what a line of {block.GetType()} is."),
        };

    private List<string> ItemsOf(string section, IEnumerable<string> items) =>
        [.. items.Where(i => Keeps(section, "item", i))];

    private List<(string Name, string Value)> FactsOf(string section, FactsBlock facts) =>
        [.. facts.Facts.Where(f => Keeps(section, "fact", $"{f.Name}: {f.Value}", f.Name, NamesIn(f.Name, f.Value)))];

    private TableBlock? Through(string section, TableBlock table)
    {
        var left = Enumerable.Range(0, table.Rows.Count).Where(i => Keeps(section, table, i)).ToList();
        return left.Count == 0
            ? null
            : table with
            {
                Rows = [.. left.Select(i => table.Rows[i])],
                Names = table.Names.Count == 0 ? [] : [.. left.Select(i => table.Names[i])],
            };
    }

    private bool Keeps(string section, TableBlock table, int row)
    {
        string[] names = table.Names.Count == 0 ? [] : [table.Names[row]];
        var key = names is [{ Length: > 0 } name] ? name : table.Rows[row][0];
        return Keeps(section, "row", TextOf(table, row), key, names);
    }

    private static string TextOf(TableBlock table, int row)
    {
        var cells = table.Rows[row];
        var told = Enumerable
            .Range(1, cells.Count - 1)
            .Where(i => cells[i].Length > 0)
            .Select(i => $"{table.Head[i]}: {cells[i]}");
        return $"{cells[0]}. {string.Join("; ", told)}";
    }

    private CourseBlock? Through(string section, CourseBlock course)
    {
        if (!Keeps(section, "picture", $"{course.Title}. {course.Summary}", course.Id))
            return null;
        return course with
        {
            Flares = KeepsMark(section, course, "flare", course.Flares.Count) ? course.Flares : [],
            BadDays = KeepsMark(section, course, "bad-day", course.BadDays.Count) ? course.BadDays : [],
            Bars = [.. course.Bars.Where(b => Keeps(section, "bar", TextOf(course, b), b.Name, [b.Name]))],
            Changes =
            [
                .. course.Changes.Where(c =>
                    Keeps(section, "change", $"{course.Title}: {words.ShortDay(c.Day)}: {c.Label}")
                ),
            ],
        };
    }

    private bool KeepsMark(string section, CourseBlock course, string mark, int count) =>
        count == 0 || Keeps(section, mark, $"{course.Title}: {words[$"design.chart.{mark}"]}", course.Id);

    private string TextOf(CourseBlock course, CourseBar bar)
    {
        var spans = bar.Spans.Select(s => $"{words.ShortDay(s.From)} - {words.ShortDay(s.To)}");
        return $"{course.Title}: {bar.Name}, {string.Join(", ", spans)}";
    }

    /// <summary>
    /// Name, diagnoses and allergies of the person stand elsewhere too; that nothing is noted is no name.
    /// </summary>
    private IReadOnlyList<string> NamesIn(string fact, string value)
    {
        if (value == words["report.who.none"] || value == words["common.no-name"])
            return [];
        return fact == words["report.who.name"] ? [value]
            : fact == words["report.who.diagnoses"] || fact == words["report.who.allergies"]
                ? [.. value.Split("; ").Where(v => !v.EndsWith('.')).Select(v => v.Split(" (")[0].TrimEnd('…'))]
            : [];
    }

    /// <param name="key">
    /// What the line is known by, with its digits: "B6" is not "B12". Null: its words without the numbers, so that a
    /// line of another number is the same one.
    /// </param>
    private bool Keeps(
        string section,
        string kind,
        string text,
        string? key = null,
        IReadOnlyList<string>? names = null
    ) =>
        keeps(
            new ReportLine(
                IdOf(section, kind, key ?? string.Concat(text.Where(c => !char.IsDigit(c)))),
                section,
                text,
                names ?? []
            )
        );

    private string IdOf(string section, string kind, string key)
    {
        var made = $"{section}\n{kind}\n{key}";
        _met[made] = _met.GetValueOrDefault(made) + 1;
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{made}\n{_met[made]}"));
        return Convert.ToHexStringLower(bytes.AsSpan(0, IdBytes));
    }
}
