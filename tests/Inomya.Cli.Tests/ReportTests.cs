using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>inomya report: each audience into a file, and what it says where it cannot.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    private async Task FillAsync(int days = 40) =>
        Assert.Equal(
            0,
            (
                await _inomya.RunAsync(
                    "import",
                    _inomya.Write("diary.csv", Diary.Small(days)),
                    "--map",
                    _inomya.Write("map.json", Diary.Map)
                )
            ).Exit
        );

    private Task<Run> ReportAsync(string file, params string[] more) =>
        _inomya.RunAsync(["report", "--out", _inomya.File(file), .. more]);

    [Theory]
    [InlineData("doctor", "section-asks section-since section-medicines section-findings section-nothing", "")]
    [InlineData("physiotherapist", "section-findings section-places section-since", "section-medicines")]
    [InlineData("family", "section-short", "section-medicines section-findings")]
    [InlineData("employer", "section-record", "section-medicines section-findings section-short section-flares")]
    [InlineData("self", "section-medicines", "")]
    [InlineData("pharmacist", "section-medicines section-check section-watch", "section-findings section-since")]
    [InlineData("second-opinion", "section-history section-findings section-nothing", "")]
    public async Task Each_audience_gets_its_own_file_with_its_sections_and_no_other(
        string audience,
        string has,
        string hasNot
    )
    {
        await FillAsync();
        var run = await ReportAsync("report.html", "--for", audience);
        Assert.Equal((0, "", _inomya.File("report.html")), (run.Exit, run.Out, run.Error.Trim()));
        var html = await System.IO.File.ReadAllTextAsync(_inomya.File("report.html"));
        foreach (var section in has.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains($"id=\"{section}\"", html, StringComparison.Ordinal);
        foreach (var section in hasNot.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.DoesNotContain($"id=\"{section}\"", html, StringComparison.Ordinal);
        if (audience == "employer")
        {
            var body = html[html.IndexOf("<main>", StringComparison.Ordinal)..];
            foreach (var word in (string[])["pain", "symptom", "medicine", "sleep"])
                Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                "ymptom",
                html[..html.IndexOf("<style>", StringComparison.Ordinal)],
                StringComparison.Ordinal
            );
        }
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_inomya.Data)!, "*.part"));
    }

    [Fact]
    public async Task Without_an_audience_it_is_for_the_doctor()
    {
        await FillAsync();
        await ReportAsync("default.html");
        await ReportAsync("doctor.html", "--for", "doctor");
        Assert.Equal(
            await System.IO.File.ReadAllTextAsync(_inomya.File("doctor.html")),
            await System.IO.File.ReadAllTextAsync(_inomya.File("default.html"))
        );
    }

    [Theory]
    [InlineData("2020-01-05", "2020-01-09", "5 of 5 days")]
    [InlineData("2020-01-05", "2020-01-05", "1 of 1 days")]
    public async Task The_first_and_the_last_day_asked_for_are_in_it(string from, string to, string said)
    {
        await FillAsync();
        Assert.Equal(0, (await ReportAsync("part.html", "--for", "self", "--from", from, "--to", to)).Exit);
        Assert.Contains(
            said,
            await System.IO.File.ReadAllTextAsync(_inomya.File("part.html")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_audience_that_there_is_not_is_wrong_usage_that_names_those_there_are()
    {
        await FillAsync();
        var run = await ReportAsync("report.html", "--for", "neighbour");
        Assert.Equal((2, ""), (run.Exit, run.Out));
        foreach (var audience in (string[])["doctor", "physiotherapist", "family", "employer", "self"])
            Assert.Contains(audience, run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(_inomya.File("report.html")));
    }

    [Theory]
    [InlineData("report.odt")]
    [InlineData("report.PDFX")]
    [InlineData("report")]
    public async Task A_file_of_another_kind_is_wrong_usage_and_nothing_is_written(string file)
    {
        await FillAsync();
        var run = await ReportAsync(file);
        Assert.Equal(2, run.Exit);
        Assert.Contains(".pdf, .html, .txt or .docx", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(_inomya.File(file)));
    }

    [Fact]
    public async Task Without_a_file_it_is_wrong_usage() =>
        Assert.Equal(2, (await _inomya.RunAsync("report", "--for", "doctor")).Exit);

    [Fact]
    public async Task An_empty_journal_says_so_and_writes_nothing()
    {
        var run = await ReportAsync("report.html");
        Assert.Equal((3, "Nothing was recorded in this time."), (run.Exit, run.Error.Trim()));
        Assert.False(System.IO.File.Exists(_inomya.File("report.html")));
    }

    [Fact]
    public async Task A_time_that_ends_before_it_begins_has_no_report()
    {
        await FillAsync();
        Assert.Equal(3, (await ReportAsync("report.html", "--from", "2020-01-09", "--to", "2020-01-08")).Exit);
        Assert.Equal(2, (await ReportAsync("report.html", "--from", "yesterday")).Exit);
        Assert.False(System.IO.File.Exists(_inomya.File("report.html")));
    }

    [Fact]
    public async Task A_report_that_was_there_gives_way_to_the_new_one()
    {
        await FillAsync();
        _inomya.Write("report.html", "the old one");
        Assert.Equal(0, (await ReportAsync("report.html")).Exit);
        Assert.DoesNotContain(
            "the old one",
            await System.IO.File.ReadAllTextAsync(_inomya.File("report.html")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("report.pdf", "%PDF-1.")]
    [InlineData("report.docx", "PK")]
    [InlineData("report.txt", "Symptom report")]
    [InlineData("report.html", "<!DOCTYPE html>")]
    public async Task Every_kind_of_file_is_made_here_without_a_browser(string file, string begins)
    {
        await FillAsync();
        _inomya.Environment["INOMYA_CHROMIUM"] = "/bin/false";
        _inomya.Environment["PATH"] = "/nowhere";
        var run = await ReportAsync(file);
        Assert.Equal((0, "", _inomya.File(file)), (run.Exit, run.Out, run.Error.Trim()));
        var bytes = await System.IO.File.ReadAllBytesAsync(_inomya.File(file));
        Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(
            [file],
            Directory.GetFiles(Path.GetDirectoryName(_inomya.File(file))!, "report*").Select(Path.GetFileName)
        );
    }

    [Fact]
    public async Task The_same_report_says_the_same_in_every_kind_of_file()
    {
        await FillAsync();
        await ReportAsync("report.txt");
        await ReportAsync("report.html");
        var html = System.Net.WebUtility.HtmlDecode(await System.IO.File.ReadAllTextAsync(_inomya.File("report.html")));
        var said = (await System.IO.File.ReadAllLinesAsync(_inomya.File("report.txt")))
            .Where(l => l.StartsWith("- ", StringComparison.Ordinal))
            .SelectMany(l => l[2..].Split([": ", "; "], StringSplitOptions.None))
            .Where(t => t.Any(char.IsDigit))
            .ToList();
        Assert.True(said.Count > 5);
        Assert.All(said, t => Assert.Contains(t, html, StringComparison.Ordinal));
    }
}
