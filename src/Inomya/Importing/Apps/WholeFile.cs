using System.Globalization;

namespace Inomya.Importing.Apps;

/// <summary>Reads a file that has to be read whole, but no more of it than any export has.</summary>
internal static class WholeFile
{
    private const int MostMegabytes = 64;
    private const int Step = 64 * 1024;

    /// <exception cref="ImportException">It is larger than that.</exception>
    public static MemoryStream Read(BroughtFile file, CancellationToken stop)
    {
        using var stream = file.Open();
        var whole = new MemoryStream();
        var buffer = new byte[Step];
        while (stream.Read(buffer, 0, Step) is > 0 and var read)
        {
            stop.ThrowIfCancellationRequested();
            whole.Write(buffer, 0, read);
            if (whole.Length > (long)MostMegabytes * 1024 * 1024)
                throw new ImportException(
                    ImportProblem.TooLargeJson,
                    MostMegabytes.ToString(CultureInfo.InvariantCulture)
                );
        }
        whole.Position = 0;
        return whole;
    }
}
