using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Analysis;
using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>Reports over made journals, and sentences taken apart into the numbers they hold.</summary>
internal static class Made
{
    /// <summary>What the engine says of the first so many calendar days of a table.</summary>
    public static FindingReport Report(DailyTable table, Roles roles, int days = int.MaxValue)
    {
        var cut = Math.Min(days, table.Days.Count);
        var part = new DailyTable(
            table.Names,
            [.. table.Days.Take(cut)],
            [.. table.Names.Select(n => table.Find(n)![..cut])]
        );
        var columns = part.Names.Select(n => new DayColumn(new ColumnName(n), null, part.Find(n)!)).ToList();
        var first = LocalDate.FromDateTime(DateTime.UnixEpoch).PlusDays(part.Days[0]);
        return new FindingReport(
            columns.Single(c => c.Key.Name == roles.Outcome),
            new DaySeries(first, cut, columns),
            roles,
            Engine.Analyze(part, roles)
        );
    }

    public static FindingReport Report(Scenario scenario, int seed, int days = int.MaxValue)
    {
        var person = Maker.Make(scenario, seed);
        return Report(person.Table, person.Roles, days);
    }

    /// <summary>
    /// The parts of a sentence that was made from a text of the locale; null when it was made from another.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Said(Words words, string key, string sentence)
    {
        var seen = new HashSet<string>();
        var pattern = Regex.Replace(
            Regex.Escape(words[key]).Replace("\\{", "{", StringComparison.Ordinal),
            @"\{(\w+)}",
            m => seen.Add(m.Groups[1].Value) ? $"(?<{m.Groups[1].Value}>.+?)" : $@"\k<{m.Groups[1].Value}>"
        );
        var match = Regex.Match(sentence, $"^{pattern}$", RegexOptions.Singleline);
        return match.Success
            ? match.Groups.Keys.Where(k => !char.IsDigit(k[0])).ToDictionary(k => k, k => match.Groups[k].Value)
            : null;
    }

    public static double Number(Words words, string text) => double.Parse(text, NumberStyles.Float, words.Culture);
}
