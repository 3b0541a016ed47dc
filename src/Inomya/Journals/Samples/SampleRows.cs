namespace Inomya.Journals;

/// <summary>Samples of one measure, in order of start, end and device.</summary>
internal sealed class SampleRows(IReadOnlyList<string> devices, SampleRow[] rows)
{
    public IReadOnlyList<string> Devices { get; } = devices;
    public SampleRow[] Rows { get; } = rows;
}
