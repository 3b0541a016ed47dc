using System.Globalization;
using Inomya.Content;
using Inomya.Reports;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Inomya.Documents;

/// <summary>
/// A report as PDF, made here without a browser: real text in reading order, tagged for screen readers, its fonts inside.
/// </summary>
/// <remarks>
/// Tagged as PDF 1.7 has it (headings, paragraphs, lists, tables with heads, pictures with their words, language, title).
/// It does not claim PDF/UA: nobody checked it with a validator.
/// </remarks>
public static class PdfReport
{
    /// <summary>A report with a limit of pages is set this much smaller until it keeps to it.</summary>
    private static readonly double[] Sizes = [1, 0.94, 0.88, 0.82, 0.76];

    /// <returns>The file's bytes; the same report gives the same pages.</returns>
    public static byte[] Write(ReportDocument report, Words words)
    {
        var (size, pages) = Fitting(report, words);
        using var document = new PdfDocument();
        Describe(document, report, words);
        new PdfReportPages(document, report, words, size, pages).Draw();
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    private static (double Size, int Pages) Fitting(ReportDocument report, Words words)
    {
        var pages = 0;
        foreach (var size in Sizes)
        {
            pages = new PdfReportPages(null, report, words, size, 0).Draw();
            if (report.MostPages is not { } most || pages <= most)
                return (size, pages);
        }
        return (Sizes[^1], pages);
    }

    private static void Describe(PdfDocument document, ReportDocument report, Words words)
    {
        document.Info.Title = report.Title;
        document.Info.Creator = "Inomya";
        document.Info.CreationDate = report.MadeOn.ToDateTimeUnspecified();
        document.ViewerPreferences.DisplayDocTitle = true;
        document.Options.CompressContentStreams = true;
        UAManager.ForDocument(document).SetDocumentLanguage(words.Language);
    }
}
