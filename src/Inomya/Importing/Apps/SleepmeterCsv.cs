using System.Text.RegularExpressions;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads what Sleepmeter exports: lists of names the person gave, then a row a sleep.</summary>
/// <remarks>
/// Its notes hold quotes and line ends without any sign that they are no end of the cell, so rows are told by how they
/// begin and not as cells in quotes.
/// </remarks>
internal sealed partial class SleepmeterCsv : FileFormat
{
    private const string Header = "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes";

    public override string Id => "sleepmeter";

    public override bool Recognises(BroughtFile file) =>
        file.HeadText.StartsWith("wake,sleep,bedtime,holes,type,", StringComparison.Ordinal)
        || Names().IsMatch(file.HeadText);

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var whole = WholeFile.Read(file, stop);
        using var text = new StreamReader(whole);
        var facts = new DiaryFacts(into);
        var reader = new SleepmeterReader(facts);
        foreach (var (line, row) in RowsOf(text.ReadToEnd()))
        {
            stop.ThrowIfCancellationRequested();
            if (Names().IsMatch(row))
                reader.Name(row);
            else if (row != Header)
                ReadRow(reader, facts, line, row);
        }
    }

    private static void ReadRow(SleepmeterReader reader, DiaryFacts facts, long line, string row)
    {
        facts.Sink.Rows++;
        var cells = Row().Match(row);
        if (cells.Success)
            reader.Read(line, cells);
        else
            facts.Refuse(line, RefusalReason.WrongNumberOfCells, row);
    }

    /// <summary>What begins as no row is the rest of the one before.</summary>
    private static IEnumerable<(long Line, string Row)> RowsOf(string text)
    {
        string[] lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(l => l.TrimEnd('\r'))];
        List<int> starts = [.. Enumerable.Range(0, lines.Length).Where(i => Begins(lines, i)), lines.Length];
        return starts
            .Zip(starts.Skip(1))
            .Select(s => (s.First + 1L, string.Join('\n', lines[s.First..s.Second]).TrimEnd('\n')));
    }

    private static bool Begins(string[] lines, int i) =>
        lines[i] == Header
        || Names().IsMatch(lines[i])
        || Beginning().IsMatch(lines[i])
        || (i > 0 && lines[i - 1] == Header && lines[i].Length > 0);

    [GeneratedRegex("^custom_(aid|hindrance|tag)_id,")]
    private static partial Regex Names();

    [GeneratedRegex("^\"[^\"]*\",\"[^\"]*\",\"[^\"]*\",([^,]*,){7}")]
    private static partial Regex Beginning();

    [GeneratedRegex(
        "^\"(?<wake>[^\"]*)\",\"(?<sleep>[^\"]*)\",\"(?<bedtime>[^\"]*)\",(?<holes>[^,]*),(?<type>[^,]*),(?<dreams>[^,]*),(?<aid>[^,]*),(?<hindrances>[^,]*),(?<tags>[^,]*),(?<quality>[^,]*),\"?(?<notes>.*?)\"?$",
        RegexOptions.Singleline
    )]
    private static partial Regex Row();
}
