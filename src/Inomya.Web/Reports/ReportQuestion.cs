using Inomya.Content;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Reports;

/// <summary>Which report is asked for: the page and its files ask in one way.</summary>
/// <param name="For">The audience; one that there is not is the doctor.</param>
/// <param name="With">Sections on top.</param>
/// <param name="Without">What is left out.</param>
public sealed record ReportQuestion(
    string? For,
    LocalDate? From,
    LocalDate? To,
    IReadOnlyCollection<string> With,
    IReadOnlyCollection<string> Without
)
{
    private const string Doctor = "doctor";

    public static ReportQuestion Of(IQueryCollection query) =>
        new(
            query["for"],
            IsoDay.DayOf(query["from"]),
            IsoDay.DayOf(query["to"]),
            [.. query["with"].OfType<string>()],
            [.. query["without"].OfType<string>()]
        );

    public string Audience(ContentFolder content) =>
        For is { } chosen && ReportWriter.Audiences(content).Contains(chosen) ? chosen : Doctor;

    /// <summary>The same question as an address has it, without the question mark; empty for the usual one.</summary>
    public string Address =>
        string.Join(
            '&',
            Parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")
        );

    private IEnumerable<(string Name, string? Value)> Parts =>
        [
            ("for", For),
            ("from", IsoDay.Iso(From)),
            ("to", IsoDay.Iso(To)),
            .. With.Select(w => ("with", (string?)w)),
            .. Without.Select(w => ("without", (string?)w)),
        ];

    /// <summary>Null where nothing was recorded in these days.</summary>
    public async Task<ReportDocument?> WriteAsync(
        Journal journal,
        ReportShelf shelf,
        Words words,
        CancellationToken stop
    ) =>
        await ReportSource.ReadAsync(journal, shelf, words, From, To, stop) is { } source
            ? ReportWriter.Write(shelf, words, source, Audience(shelf.Content), With, Without)
            : null;
}
