using System.IO.Compression;
using System.Text.Json;
using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>Everything out on the command line, and in again.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly CommandLine _inomya = new();
    private readonly CommandLine _other = new();

    public void Dispose()
    {
        _inomya.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Csv_is_a_zip_file_of_four_tables()
    {
        await DiaryAsync();
        var run = await ExportAsync("csv", "all.zip");
        Assert.Equal((0, ""), (run.Exit, run.Out));
        using var zip = ZipFile.OpenRead(_inomya.File("all.zip"));
        Assert.Equal(
            ["observations.csv", "days.csv", "events.csv", "codebook.csv"],
            zip.Entries.Select(e => e.FullName)
        );
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_inomya.File("all.zip")));
    }

    [Fact]
    public async Task An_archive_fills_an_empty_journal_and_the_second_time_adds_nothing()
    {
        await DiaryAsync();
        await ExportAsync("archive", "all.zip");
        var first = await TakeInAsync();
        Assert.Equal(0, first.Exit);
        Assert.Equal("inomya-archive", first.Json.GetProperty("files")[0].GetProperty("format").GetString());
        Assert.Equal((await _inomya.RunAsync("days")).Out, (await _other.RunAsync("days")).Out);
        var again = (await TakeInAsync()).Json.GetProperty("files")[0];
        Assert.Equal((0, 0), (again.GetProperty("added").GetInt32(), again.GetProperty("changed").GetInt32()));
    }

    [Fact]
    public async Task An_archive_that_lacks_a_file_is_refused_in_words_and_nothing_is_changed()
    {
        await DiaryAsync();
        await ExportAsync("archive", "all.zip");
        using (var zip = ZipFile.Open(_inomya.File("all.zip"), ZipArchiveMode.Update))
            zip.GetEntry("tables/entries.jsonl")!.Delete();
        var run = await TakeInAsync();
        Assert.Equal(3, run.Exit);
        Assert.Contains("tables/entries.jsonl", run.Error, StringComparison.Ordinal);
        Assert.Equal("date", (await _other.RunAsync("days")).Out.Trim());
    }

    [Fact]
    public async Task Fhir_is_one_bundle()
    {
        await DiaryAsync();
        Assert.Equal(0, (await ExportAsync("fhir", "all.json")).Exit);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(_inomya.File("all.json")));
        Assert.Equal("collection", json.RootElement.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("pdf")]
    public async Task What_is_no_format_is_refused_in_words_and_no_file_is_made(string format)
    {
        var run = await ExportAsync(format, "all.bin");
        Assert.Equal(2, run.Exit);
        Assert.Contains("--as takes one of csv, archive, fhir, ips.", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_inomya.File("all.bin")));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_leaves_no_half_file()
    {
        await DiaryAsync();
        Directory.CreateDirectory(_inomya.File("taken"));
        Assert.Equal(3, (await ExportAsync("csv", "taken")).Exit);
        Assert.False(File.Exists(_inomya.File("taken.part")));
    }

    private Task<Run> TakeInAsync() => _other.RunAsync("import", _inomya.File("all.zip"), "--json");

    private Task<Run> ExportAsync(string format, string file) =>
        _inomya.RunAsync("export", "--as", format, "--out", _inomya.File(file));

    private Task<Run> DiaryAsync() =>
        _inomya.RunAsync(
            "import",
            _inomya.Write("diary.csv", Diary.Small(5)),
            "--map",
            _inomya.Write("map.json", Diary.Map)
        );
}
