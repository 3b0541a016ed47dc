using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Apple Health's export.xml, whatever the language it is named in.</summary>
/// <remarks>
/// The document type is never interpreted: that of version 12 is broken, and no real file keeps to its own. Every record is an
/// instant; the offset it is printed with is that of the phone on the day of the export. What stands in a correlation and again outside it is one.
/// </remarks>
internal sealed class AppleHealth : FileFormat
{
    private static ReadOnlySpan<byte> Root => "<HealthData"u8;

    private static ReadOnlySpan<byte> Type => "<!DOCTYPE HealthData"u8;

    public override string Id => "apple-health";

    public override bool Recognises(BroughtFile file) =>
        file.Head.AsSpan().IndexOf(Root) >= 0 || file.Head.AsSpan().IndexOf(Type) >= 0;

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var stream = file.Open();
        var reader = new AppleRecords(into);
        var elements = new XmlElements(stream, "HealthData"u8.ToArray());
        while (elements.Next(stop))
            reader.Read(elements);
        reader.End();
        if (!elements.HasEnded)
            into.Refuse(elements.Line, RefusalReason.CutOff, file.ShortName);
    }
}
