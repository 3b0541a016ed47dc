using System.Text.Json;
using System.Text.RegularExpressions;

namespace Inomya.Importing.Apps;

/// <summary>Reads the backup of Nomie: what was logged, with what each tracker is.</summary>
internal sealed partial class NomieJson : DiaryJson
{
    public override string Id => "nomie";

    public override bool Recognises(BroughtFile file) => file.IsJson && Head().IsMatch(file.HeadText);

    protected override void Read(BroughtFile file, JsonElement root, DiaryFacts facts, CancellationToken stop)
    {
        var reader = new NomieReader(facts, NomieTracker.AllOf(root));
        foreach (var (i, log) in root.ListAt("events").Index())
        {
            stop.ThrowIfCancellationRequested();
            facts.Sink.Rows++;
            reader.Read(i + 1, log.NumberAt("end") ?? log.NumberAt("start"), log.TextAt("note"));
        }
    }

    [GeneratedRegex(
        """
            ^\s*\{[\s\S]*?"nomie"\s*:\s*\{\s*"number"
            """
    )]
    private static partial Regex Head();
}
