using System.Diagnostics;
using System.Text.RegularExpressions;
using Inomya.Cli.Tests.Support;
using NodaTime;

namespace Inomya.Cli.Tests;

/// <summary>What a server does to the folder it is given, and what it lets nobody else do.</summary>
public sealed partial class ServeTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        OpenFile = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        OpenFolder = OpenFile | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>In blocks of 512 bytes: the first answers have room in the log of the journal, the later ones have not.</summary>
    private const int LittleSpace = 200;

    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    [Fact]
    public async Task A_second_server_on_a_folder_is_refused_in_words_until_the_first_has_ended()
    {
        using var first = await ServingAsync();
        var second = await _inomya.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        Assert.Equal(3, second.Exit);
        Assert.Contains(
            $"Another Inomya serves {_inomya.Data} already",
            Assert.Single(second.Error.Trim().Split('\n')),
            StringComparison.Ordinal
        );
        // however it ends
        first.Kill();
        await first.WaitForExitAsync();
        using var third = await ServingAsync();
        await KillAsync(third);
    }

    [Fact]
    public async Task What_others_could_read_is_told_by_doctor_and_closed_at_the_next_start()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        using (var once = await ServingAsync())
            await KillAsync(once);
        string[] folders = [_inomya.Data, In("keys"), In("uploads")];
        string[] files = [_inomya.Journal, Path.Combine(In("keys"), "key.xml"), Path.Combine(In("uploads"), "sent")];
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, OpenFolder);
        }
        foreach (var file in files)
        {
            if (!File.Exists(file))
                await File.WriteAllTextAsync(file, "");
            File.SetUnixFileMode(file, OpenFile);
        }

        var told = await _inomya.RunAsync("doctor");
        Assert.Equal(3, told.Exit);
        foreach (var path in (string[])[.. folders, .. files[1..]])
            Assert.Contains(path, told.Out, StringComparison.Ordinal);

        using (var again = await ServingAsync())
        {
            foreach (var folder in folders)
                Assert.Equal(Folder, File.GetUnixFileMode(folder));
            foreach (var file in files)
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            await KillAsync(again);
        }
        Assert.Contains("readable by you alone", (await _inomya.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_under_way_ends_when_the_server_is_told_to_and_what_it_wrote_is_kept()
    {
        using var serve = _inomya.Start("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        var address = new Uri(Address().Match(await serve.StandardError.ReadLineAsync() ?? "").Value);
        using var http = new HttpClient { BaseAddress = address };
        var page = await http.GetStringAsync(new Uri("/checkin/2026-01-05", UriKind.Relative));
        // without a token of a form: what a device kept is taken as JSON
        const string kept =
            """{"fields":[["_handler","checkin"],["day","2026-01-05"],["submission","5d0f5a0e-9b1f-4e7f-8f53-0c1c9a0f0001"],["m-pain","7"]],"clock":0,"at":0,"byDevice":false,"again":false}""";
        Assert.Contains("name=\"m-pain\"", page, StringComparison.Ordinal);
        using var line = new System.Net.Sockets.TcpClient();
        await line.ConnectAsync(address.Host, address.Port);
        await using var stream = line.GetStream();
        var (head, rest) = (kept[..20], kept[20..]);
        await SendAsync(
            stream,
            $"POST /outbox HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {kept.Length}\r\n\r\n{head}"
        );
        CommandLine.Terminate(serve);
        // it lets nobody else in, and waits for the one that is there
        await CommandLine.UntilAsync(serve, () => !Answers(address));
        await SendAsync(stream, rest);
        var answer = await new StreamReader(stream).ReadLineAsync();
        Assert.Equal("HTTP/1.1 200 OK", answer);
        var run = await CommandLine.EndAsync(serve);
        Assert.Equal(0, run.Exit);
        Assert.Contains("2026-01-05,7", (await _inomya.RunAsync("days")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--proxy", "everyone", "that is no address")]
    [InlineData("--host", "http://a.example", "that is no name of a host")]
    [InlineData("--path-base", "inomya/", "that is no path")]
    [InlineData("--otlp", "collector", "that is no address")]
    [InlineData("--log", "xml", "there is text and json")]
    public async Task An_option_of_hosting_that_cannot_be_is_refused_in_words(string option, string value, string said)
    {
        var run = await _inomya.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--no-browser", option, value);
        Assert.Equal(2, run.Exit);
        Assert.Contains(
            $"{option} {value}: {said}",
            Assert.Single(run.Error.Trim().Split('\n')),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failure_is_one_line_of_JSON_with_its_moment_in_UTC_and_no_health()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no limit on the size of a file.");
            return;
        }
        await _inomya.RunAsync("days");
        using var serve = _inomya.StartWithLittleSpace(
            LittleSpace,
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--no-browser",
            "--log",
            "json"
        );
        var at = SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset();
        var address = new Uri(Address().Match(await serve.StandardError.ReadLineAsync() ?? "").Value);
        using var http = new HttpClient { BaseAddress = address };
        await WriteUntilFullAsync(http);
        CommandLine.Terminate(serve);
        var lines = (await CommandLine.EndAsync(serve)).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var told = System.Text.Json.JsonDocument.Parse(line);
            var moment = told.RootElement.GetProperty("Timestamp").GetString()!.Trim();
            Assert.EndsWith("Z", moment, StringComparison.Ordinal);
            Assert.True(
                DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) >= at.AddSeconds(-1)
            );
            Assert.DoesNotMatch("2026-01-|m-pain", line);
        }
    }

    /// <summary>Answers of one day after the other, as a device sends them, until the disk is full.</summary>
    private static async Task WriteUntilFullAsync(HttpClient http)
    {
        for (var day = 1; day <= 28; day++)
        {
            var kept =
                $$"""{"fields":[["_handler","checkin"],["day","2026-01-{{day:00}}"],["submission","{{Guid.NewGuid()}}"],["m-pain","7"]],"clock":0,"at":0,"byDevice":false,"again":false}""";
            using var body = new StringContent(kept, System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/outbox", UriKind.Relative), body);
            if ((int)answer.StatusCode >= 500)
                return;
        }
        Assert.Fail("The disk never was full.");
    }

    private static async Task SendAsync(Stream stream, string text) =>
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text));

    /// <summary>A new connection is let in.</summary>
    private static bool Answers(Uri address)
    {
        try
        {
            using var line = new System.Net.Sockets.TcpClient(address.Host, address.Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial System.Text.RegularExpressions.Regex Address();

    [Fact]
    public async Task Beyond_this_machine_one_code_makes_the_first_account_and_there_is_no_other_way_in()
    {
        using var process = _inomya.Start("serve", "--urls", "http://0.0.0.0:0", "--no-browser");
        var where = await process.StandardError.ReadLineAsync() ?? "";
        var code = Regex.Match(
            await process.StandardError.ReadLineAsync() ?? "",
            "http://localhost:([0-9]+)(/join/[A-Za-z0-9_-]{43})$"
        );
        Assert.True(code.Success, where);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri($"http://localhost:{code.Groups[1].Value}"),
        };
        var shut = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/sign-in", shut.Headers.Location?.ToString());
        var open = await http.GetStringAsync(new Uri(code.Groups[2].Value, UriKind.Relative));
        Assert.Contains("This is the first account", open, StringComparison.Ordinal);
        await KillAsync(process);
        Assert.True(File.Exists(In("accounts.db")));
        Assert.Contains("readable by you alone", (await _inomya.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_invented_journal_needs_no_sign_in_wherever_it_is_reached()
    {
        using var process = _inomya.Start("demo", "--urls", "http://0.0.0.0:0", "--no-browser");
        var where = await process.StandardError.ReadLineAsync() ?? "";
        var port = Regex.Match(where, ":([0-9]+) ").Groups[1].Value;
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(new Uri("/you", UriKind.Relative))).StatusCode);
        await KillAsync(process);
    }

    [Fact]
    public async Task A_host_lists_accounts_lets_somebody_back_in_and_invites()
    {
        Assert.Equal("", (await _inomya.RunAsync("accounts")).Out);
        Assert.Equal(2, (await _inomya.RunAsync("accounts", "link", "Ana")).Exit);
        var early = await _inomya.RunAsync("accounts", "invite");
        Assert.Equal(2, early.Exit);
        Assert.Contains("Make your own account first", early.Error, StringComparison.Ordinal);
        var missing = await _inomya.RunAsync("serve", "--breached-passwords", "/nowhere/list.txt", "--no-browser");
        Assert.Equal(2, missing.Exit);
        Assert.Contains("there is no such file", missing.Error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_inomya.Data, name);

    private async Task<Process> ServingAsync()
    {
        var process = _inomya.Start("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        Assert.Contains(
            "Inomya is at",
            await process.StandardError.ReadLineAsync() ?? "it ended",
            StringComparison.Ordinal
        );
        return process;
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }
}
