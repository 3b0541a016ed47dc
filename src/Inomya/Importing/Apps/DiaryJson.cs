using System.Text.Json;

namespace Inomya.Importing.Apps;

/// <summary>A diary that is one JSON text.</summary>
/// <remarks>For what is refused, the line is the number of the record, since such a text is often one line.</remarks>
internal abstract class DiaryJson : FileFormat
{
    public sealed override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var whole = WholeFile.Read(file, stop);
        using var document = Parse(whole);
        Read(file, document.RootElement, new DiaryFacts(into), stop);
    }

    protected abstract void Read(BroughtFile file, JsonElement root, DiaryFacts facts, CancellationToken stop);

    private static JsonDocument Parse(MemoryStream whole)
    {
        try
        {
            return JsonDocument.Parse(whole);
        }
        catch (JsonException e)
        {
            throw new ImportException(ImportProblem.BrokenRecord, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
        }
    }
}
