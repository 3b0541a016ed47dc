using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Web.Importing;

/// <summary>Reads a file for the journal of a person, to look at it and to take it in alike.</summary>
internal static class BroughtFiles
{
    /// <param name="file">Can be read from the start again; its owner closes it.</param>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static async Task<ImportReading> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        Stream file,
        ImportOptions options,
        CancellationToken stop
    )
    {
        var measures = await journal.MeasuresAsync(catalogue, stop);
        return ImportFile.Read(
            file,
            options with
            {
                Days = journal.Days,
            },
            catalogue,
            measures,
            journal.DateOnTheWall,
            stop
        );
    }
}
