using System.Text;
using Inomya.Content;
using Inomya.Reports;

namespace Inomya.Documents;

/// <summary>A report as a file, by what its name ends in. HTML is the web app's.</summary>
public static class ReportFile
{
    private static readonly Dictionary<string, (string Type, Func<ReportDocument, Words, byte[]> Write)> Kinds = new(
        StringComparer.Ordinal
    )
    {
        [".pdf"] = ("application/pdf", PdfReport.Write),
        [".txt"] = ("text/plain; charset=utf-8", (report, words) =>
            Encoding.UTF8.GetBytes(PlainText.Write(report, words))
        ),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", WordDocument.Write),
    };

    /// <summary>What a name may end in.</summary>
    public static IReadOnlyCollection<string> Endings => Kinds.Keys;

    /// <summary>The media type; null for a name that ends in something else.</summary>
    public static string? TypeOf(string ending) => Kinds.TryGetValue(ending, out var kind) ? kind.Type : null;

    /// <exception cref="KeyNotFoundException">No such file is written here.</exception>
    public static byte[] Write(string ending, ReportDocument report, Words words) => Kinds[ending].Write(report, words);
}
