using Inomya.Importing.Apps;
using Inomya.Importing.Devices;

namespace Inomya.Importing;

/// <summary>The formats that say themselves what they hold, the more particular first.</summary>
internal static class FileFormats
{
    public static IReadOnlyList<FileFormat> All { get; } = [new AppleHealth(), .. DeviceFormats.All, .. AppFormats.All];

    public static FileFormat? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>The format of a file; null where it is none of them.</summary>
    public static FileFormat? Of(BroughtFile file) => All.FirstOrDefault(f => f.Recognises(file));
}
