using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>The power goes, the process is killed, the disk is full: nothing acknowledged is lost, nothing is half done.</summary>
public sealed partial class KilledTests : IDisposable
{
    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    [Fact]
    public async Task An_import_killed_in_the_middle_leaves_the_journal_as_it_was()
    {
        var before = await WithSomeDaysAsync();
        using var import = await InTheMiddleOfALargeImportAsync();
        import.Kill();
        Assert.Equal(CommandLine.Killed, (await CommandLine.EndAsync(import)).Exit);

        Assert.Equal(before, (await _inomya.RunAsync("days")).Out);
        Assert.Equal(0, (await _inomya.RunAsync("doctor")).Exit);
    }

    [Fact]
    public async Task Ctrl_C_during_an_import_leaves_the_journal_as_it_was_and_says_so()
    {
        var before = await WithSomeDaysAsync();
        using var import = await InTheMiddleOfALargeImportAsync();
        CommandLine.CtrlC(import);
        var run = await CommandLine.EndAsync(import);

        Assert.Equal(3, run.Exit);
        Assert.Equal("Stopped. The journal is as it was before.", run.Error.Trim());
        Assert.Equal(before, (await _inomya.RunAsync("days")).Out);
    }

    [Fact]
    public async Task An_import_that_the_disk_has_no_room_for_changes_nothing_and_says_so()
    {
        var before = await WithSomeDaysAsync();
        var (csv, map) = Diary.Large();
        using var import = _inomya.StartWithLittleSpace(
            4096,
            "import",
            _inomya.Write("large.csv", csv),
            "--map",
            _inomya.Write("large.json", map)
        );
        var run = await CommandLine.EndAsync(import);

        Assert.Equal(3, run.Exit);
        Assert.Contains("nothing was changed", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await _inomya.RunAsync("days")).Out);
        Assert.Equal(0, (await _inomya.RunAsync("doctor")).Exit);
    }

    [Fact]
    public async Task A_backup_that_the_disk_has_no_room_for_leaves_no_file_and_says_so()
    {
        await WithSomeDaysAsync();
        using var backup = _inomya.StartWithLittleSpace(100, "backup", "--out", _inomya.File("a.backup"));
        var run = await CommandLine.EndAsync(backup);
        Assert.Equal(3, run.Exit);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(_inomya.File("a.backup")));
    }

    [Fact]
    public async Task A_backup_killed_in_the_middle_leaves_no_file_and_the_next_one_works()
    {
        var (csv, map) = Diary.Large();
        Assert.Equal(
            0,
            (
                await _inomya.RunAsync(
                    "import",
                    _inomya.Write("large.csv", csv),
                    "--map",
                    _inomya.Write("large.json", map)
                )
            ).Exit
        );
        var file = _inomya.File("a.backup");
        using var backup = _inomya.Start("backup", "--out", file);
        await CommandLine.UntilAsync(backup, () => System.IO.File.Exists($"{file}.part"));
        backup.Kill();
        Assert.Equal(CommandLine.Killed, (await CommandLine.EndAsync(backup)).Exit);
        Assert.False(System.IO.File.Exists(file));

        Assert.Equal(0, (await _inomya.RunAsync("backup", "--out", file)).Exit);
        Assert.Equal(0, (await _inomya.RunAsync("backup", "verify", file)).Exit);
        Assert.Empty(Directory.GetFiles(_inomya.Data, "*.tmp"));
    }

    [Fact]
    public async Task A_check_in_that_the_page_acknowledged_survives_kill_9()
    {
        using var serve = _inomya.Start("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        var address = AddressIn().Match(await serve.StandardError.ReadLineAsync() ?? "").Value;
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new(address),
        };
        var page = await http.GetStringAsync(new Uri("/checkin/2026-01-05", UriKind.Relative));
        var form = page.Split("<form")
            .Single(f => f.Contains("name=\"m-pain\"", StringComparison.Ordinal))
            .Split("</form>")[0];
        var hidden = Hidden().Matches(form).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
        using var answer = await http.PostAsync(
            new Uri("/checkin/2026-01-05", UriKind.Relative),
            new FormUrlEncodedContent(hidden.Append(new("m-pain", "7")).Append(new("note", "a long day")))
        );
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        serve.Kill();
        await serve.WaitForExitAsync();

        Assert.Contains("2026-01-05,7", (await _inomya.RunAsync("days")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_at_once_both_arrive()
    {
        await _inomya.RunAsync("days");
        var map = _inomya.Write("map.json", Diary.Map);
        using var one = _inomya.Start("import", _inomya.Write("one.csv", Diary.Small(400)), "--map", map);
        using var two = _inomya.Start(
            "import",
            _inomya.Write(
                "two.csv",
                Diary
                    .Small(400)
                    .Replace("2020-", "1988-", StringComparison.Ordinal)
                    .Replace("2021-", "1989-", StringComparison.Ordinal)
            ),
            "--map",
            map
        );
        Assert.Equal(0, (await CommandLine.EndAsync(one)).Exit);
        Assert.Equal(0, (await CommandLine.EndAsync(two)).Exit);
        var days = (await _inomya.RunAsync("days")).Out;
        Assert.Contains("1988-01-01,0", days, StringComparison.Ordinal);
        Assert.Contains("2020-01-01,0", days, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_first_commands_at_once_make_one_person()
    {
        using var one = _inomya.Start("days");
        using var two = _inomya.Start("days");
        Assert.Equal(0, (await CommandLine.EndAsync(one)).Exit);
        Assert.Equal(0, (await CommandLine.EndAsync(two)).Exit);
        Assert.Equal(0, (await _inomya.RunAsync("days")).Exit);
    }

    private async Task<string> WithSomeDaysAsync()
    {
        Assert.Equal(
            0,
            (
                await _inomya.RunAsync(
                    "import",
                    _inomya.Write("small.csv", Diary.Small()),
                    "--map",
                    _inomya.Write("map.json", Diary.Map)
                )
            ).Exit
        );
        return (await _inomya.RunAsync("days")).Out;
    }

    /// <summary>Comes back when rows of an open transaction have been written to the log of the file.</summary>
    private async Task<Process> InTheMiddleOfALargeImportAsync()
    {
        var (csv, map) = Diary.Large();
        var log = new FileInfo($"{_inomya.Journal}-wal");
        // what making the journal left there is not yet the import
        var before = log.Exists ? log.Length : 0;
        var import = _inomya.StartHearing(
            "import",
            _inomya.Write("large.csv", csv),
            "--map",
            _inomya.Write("large.json", map)
        );
        await CommandLine.UntilAsync(import, () =>
        {
            log.Refresh();
            return log.Exists && log.Length > before + 1_000_000;
        });
        return import;
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex AddressIn();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
