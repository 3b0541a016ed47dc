using Inomya.Content;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using Inomya.Tests.Support;

namespace Inomya.Tests.Reports;

/// <summary>
/// Every report by audience and language over one made journal, word by word: a change of any of them is seen by
/// whoever makes it, as its reader would see it.
/// </summary>
public class ReportSnapshotTests
{
    /// <summary>Set to 1, it writes the reports as they are now in the place of those kept.</summary>
    private const string Accept = "INOMYA_ACCEPT_SNAPSHOTS";

    private static readonly Lazy<Task<ReportSource>> Source = new(async () =>
        await ReportJournal.SourceAsync(await ReportJournal.MakeAsync())
    );

    public static TheoryData<string, string, bool> Reports
    {
        get
        {
            var reports = new TheoryData<string, string, bool>();
            foreach (var audience in ReportWriter.Audiences(Shelf.Content))
            foreach (var language in Words.Languages(Shelf.Content))
            foreach (var all in (bool[])[false, true])
                if (!all || ReportWriter.MayHave(Shelf.Content, audience).Count > 0)
                    reports.Add(audience, language, all);
            return reports;
        }
    }

    [Theory, MemberData(nameof(Reports))]
    public async Task A_report_reads_word_by_word_as_it_was_accepted(string audience, string language, bool all)
    {
        var also = all ? ReportWriter.MayHave(Shelf.Content, audience) : [];
        var document = ReportWriter.Write(
            Shelf.Reports,
            new Words(Shelf.Content, language),
            await Source.Value,
            audience,
            also
        );
        var file = Repository.Path(
            "tests",
            "Inomya.Tests",
            "Reports",
            "Snapshots",
            $"{audience}{(all ? "-all" : "")}.{language}.txt"
        );
        var now = ReportText.Of(document);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, now, TestContext.Current.CancellationToken);
        }
        var kept = File.Exists(file)
            ? (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n")
            : "";
        Assert.True(kept == now, Difference(Path.GetFileName(file), kept, now));
    }

    private static string Difference(string file, string kept, string now)
    {
        var (before, after) = (kept.Split('\n'), now.Split('\n'));
        var line = before.Zip(after).TakeWhile(l => l.First == l.Second).Count();
        return $"""
            The report is not the one that was accepted: {file}, line {line + 1}.
              was: {before.ElementAtOrDefault(line)}
              now: {after.ElementAtOrDefault(line)}
            Read the whole report as its reader would. If it is right, run these tests once with {Accept}=1,
            which writes it, and commit the file.
            """;
    }
}
