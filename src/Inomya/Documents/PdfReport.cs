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
    /// <summary>A letter is read by people who are not looking for numbers.</summary>
    private const double LetterSize = 1.2;

    /// <summary>
    /// A report with a limit of pages is set this much smaller until it keeps to it; then sections that begin a page go
    /// on where the last one ends, and it is set smaller still.
    /// </summary>
    private static readonly PdfSetting[] Settings =
    [
        new(1, true),
        new(0.94, true),
        new(0.88, true),
        new(0.88, false),
        new(0.82, false),
        new(0.76, false),
        new(0.7, false),
    ];

    /// <returns>The file's bytes; the same report gives the same pages.</returns>
    public static byte[] Write(ReportDocument report, Words words)
    {
        var (setting, pages) = Fitting(report, words);
        using var document = new PdfDocument();
        Describe(document, report, words);
        new PdfReportPages(document, report, words, setting, pages).Draw();
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    private static (PdfSetting Setting, int Pages) Fitting(ReportDocument report, Words words)
    {
        var pages = 0;
        foreach (var setting in report.IsLetter ? [new PdfSetting(LetterSize, true)] : Settings)
        {
            pages = new PdfReportPages(null, report, words, setting, 0).Draw();
            if (report.MostPages is not { } most || pages <= most)
                return (setting, pages);
        }
        return (Settings[^1], pages);
    }

    private static void Describe(PdfDocument document, ReportDocument report, Words words)
    {
        document.Info.Title = report.Title;
        if (!report.IsLetter)
            document.Info.Creator = "Inomya";
        document.Info.CreationDate = report.MadeOn.ToDateTimeUnspecified();
        document.ViewerPreferences.DisplayDocTitle = true;
        document.Options.CompressContentStreams = true;
        UAManager.ForDocument(document).SetDocumentLanguage(words.Language);
    }
}
