using System.Text.Json;
using System.Text.RegularExpressions;

namespace Inomya.Importing.Apps;

/// <summary>Reads one attribute of an Exist export: a list of days with their values, named by its file.</summary>
/// <remarks>
/// Where a scale begins and ends is not in the file, and the one of the mood has changed: its values are numbers. A list
/// of nothing but 0 and 1 is a tag, and its 0 is every day on which nobody set it.
/// </remarks>
internal sealed partial class ExistJson : DiaryJson
{
    public override string Id => "exist";

    public override bool Recognises(BroughtFile file) => file.IsJson && Head().IsMatch(file.HeadText);

    protected override void Read(BroughtFile file, JsonElement root, DiaryFacts facts, CancellationToken stop)
    {
        if (root.ValueKind != JsonValueKind.Array)
            throw new ImportException(ImportProblem.BrokenRecord, "1:1");
        List<JsonElement> days = [.. root.EnumerateArray()];
        var reader = new ExistReader(NameOf(file.ShortName), days, facts);
        foreach (var (i, day) in days.Index())
        {
            stop.ThrowIfCancellationRequested();
            facts.Sink.Rows++;
            reader.Read(day, i + 1);
        }
    }

    /// <summary>"data_mood_note_2020.json" is the mood_note.</summary>
    private static string NameOf(string file) => Affixes().Replace(file, "");

    [GeneratedRegex(
        """
            ^\s*\[\s*\{\s*("date"\s*:\s*"[0-9-]{10}"\s*,\s*"value"\s*:[^,{}\[\]]*|"value"\s*:[^,{}\[\]]*,\s*"date"\s*:\s*"[0-9-]{10}"\s*)\}
            """
    )]
    private static partial Regex Head();

    [GeneratedRegex(@"^data_|(_(19|20)[0-9]{2})?\.json$", RegexOptions.IgnoreCase)]
    private static partial Regex Affixes();
}
