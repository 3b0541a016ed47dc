namespace Inomya.Importing.Devices;

/// <summary>FIT, the binary files of Garmin and others: told and passed over.</summary>
/// <remarks>
/// No library under a free licence is kept that reads them, and the same days and nights are in the JSON of the export.
/// </remarks>
internal sealed class GarminFit : FileFormat
{
    private const int MarkAt = 8;

    public override string Id => "garmin-fit";

    public override bool Recognises(BroughtFile file) =>
        file.Head.Length > MarkAt + 4 && file.Head.AsSpan(MarkAt).StartsWith(".FIT"u8);

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        into.Rows++;
        into.PassOver("FIT");
    }
}
