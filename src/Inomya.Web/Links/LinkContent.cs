using Inomya.Content;
using Inomya.Documents;
using Inomya.Exports;
using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Reports;

namespace Inomya.Web.Links;

/// <summary>What goes into a link, as FHIR.</summary>
internal static class LinkContent
{
    public const string Type = "application/fhir+json";

    private const string Doctor = "doctor";

    public static async Task<byte[]> SummaryAsync(
        Journal journal,
        ContentFolder content,
        Words words,
        IReadOnlySet<SummaryArea> areas,
        CancellationToken stop
    )
    {
        using var to = new MemoryStream();
        await IpsExport.WriteAsync(journal, content, words, areas, to, stop);
        return to.ToArray();
    }

    /// <summary>The report for a doctor as a PDF; null where nothing was recorded.</summary>
    public static async Task<byte[]?> ReportAsync(
        Journal journal,
        ReportShelf shelf,
        Words words,
        CancellationToken stop
    )
    {
        if (await ReportSource.ReadAsync(journal, shelf, words, null, null, stop) is not { } source)
            return null;
        var report = ReportWriter.Write(shelf, words, source, Doctor, [], []);
        return FhirReport.Write(journal, ReportFile.Write(".pdf", report, words), report.Title);
    }
}
