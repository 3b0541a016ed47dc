using System.Globalization;
using Inomya.Content;
using Inomya.Reports;

namespace Inomya.Visits;

/// <summary>Strikes lines out of a report before it is anything that can leave: page, PDF, Word or text.</summary>
public static class StrikeOut
{
    /// <summary>A name this short is looked for as a whole word: else "B" would be everywhere.</summary>
    private const int ShortName = 3;

    /// <summary>Every line that can be struck out, from top to bottom.</summary>
    public static IReadOnlyList<ReportLine> Lines(ReportDocument report, Words words)
    {
        var lines = new List<ReportLine>();
        new LineWalk(words, Take).Through(report);
        return lines;

        bool Take(ReportLine line)
        {
            lines.Add(line);
            return true;
        }
    }

    /// <summary>The names in lines that were struck out.</summary>
    public static IReadOnlyList<string> NamesIn(ReportDocument report, Words words, IReadOnlySet<string> struck) =>
        [.. Lines(report, words).Where(l => struck.Contains(l.Id)).SelectMany(l => l.Names).Where(n => n.Length > 0)];

    /// <param name="struck">
    /// Ids of lines. Where one names a treatment, an illness or the person, all that names it goes too.
    /// </param>
    /// <param name="kept">Ids of lines that stay though they name it.</param>
    /// <param name="besides">
    /// Names in lines that were struck out and are not in this report, such as those of a section that is left out.
    /// </param>
    public static StruckReport Apply(
        ReportDocument report,
        Words words,
        IReadOnlySet<string> struck,
        IReadOnlySet<string> kept,
        IReadOnlyCollection<string>? besides = null
    )
    {
        var lines = Lines(report, words).ToLookup(l => struck.Contains(l.Id));
        var names = NamesIn(report, words, struck).Concat(besides ?? []).ToHashSet();
        var also = lines[false].Where(l => !kept.Contains(l.Id) && names.Any(n => StandsIn(n, l.Text))).ToList();
        var gone = lines[true].Concat(also).Select(l => l.Id).ToHashSet();
        return new StruckReport(
            new LineWalk(words, line => !gone.Contains(line.Id)).Through(report),
            [.. lines[false].Except(also)],
            [.. lines[true]],
            also,
            [.. struck.Except(lines[true].Select(l => l.Id))]
        );
    }

    private static bool StandsIn(string name, string text)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        for (var from = 0; from <= text.Length - name.Length; from++)
        {
            from = compare.IndexOf(text, name, from, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
            if (from < 0)
                return false;
            if (name.Length > ShortName || IsWholeWord(text, from, name.Length))
                return true;
        }
        return false;
    }

    private static bool IsWholeWord(string text, int from, int length) =>
        (from == 0 || !char.IsLetterOrDigit(text[from - 1]))
        && (from + length >= text.Length || !char.IsLetterOrDigit(text[from + length]));
}
