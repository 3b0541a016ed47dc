using System.Text.Json;
using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>What scripts rely on: exit codes, the shape of the JSON, results on stdout and words on stderr.</summary>
public sealed class ContractTests : IDisposable
{
    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    private Task<Run> ImportAsync(string csv, params string[] more) =>
        _inomya.RunAsync([
            "import",
            _inomya.Write("diary.csv", csv),
            "--map",
            _inomya.Write("map.json", Diary.Map),
            .. more,
        ]);

    private static string Keys(JsonElement json) => string.Join(' ', json.EnumerateObject().Select(p => p.Name));

    [Fact]
    public async Task Import_says_in_JSON_what_it_did_with_each_file()
    {
        var run = await ImportAsync(Diary.Small(3), "--json");
        Assert.Equal(0, run.Exit);
        Assert.Equal("files seconds", Keys(run.Json));
        var file = run.Json.GetProperty("files")[0];
        Assert.StartsWith("file format rows added same changed refused from to", Keys(file), StringComparison.Ordinal);
        Assert.Equal(
            "csv 3 6 0 0 2020-01-01 2020-01-03",
            string.Join(
                ' ',
                ((string[])["format", "rows", "added", "same", "changed", "from", "to"]).Select(k =>
                    file.GetProperty(k).ToString()
                )
            )
        );

        var again = (await ImportAsync(Diary.Small(3), "--json")).Json.GetProperty("files")[0];
        Assert.Equal((0, 6), (again.GetProperty("added").GetInt32(), again.GetProperty("same").GetInt32()));
    }

    [Fact]
    public async Task A_refused_row_is_exit_1_with_its_line_and_reason_and_the_rest_is_there()
    {
        var run = await ImportAsync("day,pain,hours\n2020-01-01,4,7\n2020-01-02,40,7\nnever,4,7\n", "--json");
        Assert.Equal(1, run.Exit);
        var refused = run.Json.GetProperty("files")[0].GetProperty("refused");
        Assert.Equal("3 4", string.Join(' ', refused.EnumerateArray().Select(r => r.GetProperty("line").GetInt64())));
        Assert.All(refused.EnumerateArray(), r => Assert.NotEmpty(r.GetProperty("reason").GetString()!));
        Assert.Contains("2020-01-02,,7", (await _inomya.RunAsync("days")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_an_import_writes_nothing()
    {
        Assert.Equal(
            6,
            (await ImportAsync(Diary.Small(3), "--dry-run", "--json"))
                .Json.GetProperty("files")[0]
                .GetProperty("added")
                .GetInt32()
        );
        Assert.Equal("date", (await _inomya.RunAsync("days")).Out.Trim());
    }

    [Fact]
    public async Task Days_prints_a_row_a_day_with_empty_cells_for_what_was_not_recorded()
    {
        await ImportAsync("day,pain,hours\n2020-01-01,4,7.5\n2020-01-03,,6\n");
        Assert.Equal(
            ["date,pain,sleep_hours", "2020-01-01,4,7.5", "2020-01-02,,", "2020-01-03,,6"],
            (await _inomya.RunAsync("days")).Out.Trim().ReplaceLineEndings("\n").Split('\n')
        );
        var part = await _inomya.RunAsync(
            "days",
            "--from",
            "2020-01-03",
            "--to",
            "2020-01-03",
            "--out",
            _inomya.File("table.csv")
        );
        Assert.Equal(("", 0), (part.Out, part.Exit));
        Assert.Equal(
            "date,sleep_hours\n2020-01-03,6",
            System.IO.File.ReadAllText(_inomya.File("table.csv")).Trim().ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task Analyze_says_what_it_knows_where_nothing_was_found()
    {
        var random = new Random(4);
        var rows = Enumerable
            .Range(0, 60)
            .Select(d =>
                FormattableString.Invariant(
                    $"{new DateOnly(2026, 1, 1).AddDays(d):yyyy-MM-dd},{random.Next(3, 8)},{(d % 15 == 7 ? 1 : 0)},{random.Next(11)}"
                )
            );
        var table = _inomya.File("plain.csv");
        await System.IO.File.WriteAllLinesAsync(table, ["date,pain,travel,stress", .. rows]);
        var said = (await _inomya.RunAsync("analyze", table)).Out;
        Assert.DoesNotContain("Nothing found.", said, StringComparison.Ordinal);
        Assert.Contains("For 1 of 2 things it cannot be told yet", said, StringComparison.Ordinal);
        Assert.Matches(@"Cannot tell yet: travel: cannot tell from \d+ days; about \d+ would settle it", said);
        Assert.Matches(@"none of these went with a difference of \d\.\d points or more in pain\. stress", said);
    }

    [Fact]
    public async Task Analyze_of_too_few_days_says_how_many_more()
    {
        var table = _inomya.File("short.csv");
        var rows = Enumerable.Range(1, 20).Select(d => $"2026-01-{d:00},{d % 5},{d % 3}");
        await System.IO.File.WriteAllLinesAsync(table, ["date,pain,stress", .. rows]);
        var said = (await _inomya.RunAsync("analyze", table)).Out;
        Assert.DoesNotContain("Nothing found", said, StringComparison.Ordinal);
        Assert.Contains("Not enough days yet: 13 more.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_has_every_key_of_the_contract_even_of_an_empty_journal()
    {
        var json = (await _inomya.RunAsync("analyze", "--json")).Json;
        foreach (
            var key in (string[])
                [
                    "engine",
                    "days",
                    "recorded",
                    "seconds",
                    "triggers",
                    "shared_causes",
                    "treatment",
                    "changepoints",
                    "flares",
                    "flare_forecast",
                    "declined",
                ]
        )
            Assert.True(json.TryGetProperty(key, out _), key);
        Assert.NotEmpty(json.GetProperty("declined")[0].GetProperty("why").GetString()!);
    }

    [Fact]
    public async Task Backup_verify_and_restore_go_round_and_the_key_is_told_once_on_stderr()
    {
        await ImportAsync(Diary.Small(20));
        var days = (await _inomya.RunAsync("days")).Out;
        var file = _inomya.File("a.backup");
        var first = await _inomya.RunAsync("backup", "--out", file, "--json");
        Assert.Equal("recovery-key", first.Json.GetProperty("key").GetString());
        Assert.Matches("([0-9A-Z]{4}-){13}[0-9A-Z]{4}", first.Error);
        Assert.DoesNotMatch("([0-9A-Z]{4}-){3}", (await _inomya.RunAsync("backup", "--out", file)).Error);
        Assert.True(
            (await _inomya.RunAsync("backup", "verify", file, "--json")).Json.GetProperty("whole").GetBoolean()
        );

        var elsewhere = _inomya.File("elsewhere");
        Assert.Equal(0, (await _inomya.RunAsync("restore", file, "--data", elsewhere)).Exit);
        Assert.Equal(days, (await _inomya.RunAsync("days", "--data", elsewhere)).Out);
        Assert.Equal(3, (await _inomya.RunAsync("restore", file, "--data", elsewhere)).Exit);
        Assert.Equal(0, (await _inomya.RunAsync("restore", file, "--data", elsewhere, "--replace")).Exit);
        Assert.False(System.IO.File.Exists(Path.Combine(_inomya.Data, "recovery.key")));
    }

    [Fact]
    public async Task A_passphrase_from_a_file_opens_what_one_from_the_environment_closed()
    {
        await ImportAsync(Diary.Small(2));
        var file = _inomya.File("a.backup");
        _inomya.Environment["INOMYA_PASSPHRASE"] = "correct horse";
        Assert.Equal(0, (await _inomya.RunAsync("backup", "--out", file)).Exit);
        _inomya.Environment["INOMYA_PASSPHRASE"] = "";
        Assert.Equal(
            0,
            (
                await _inomya.RunAsync(
                    "backup",
                    "verify",
                    file,
                    "--passphrase-file",
                    _inomya.Write("right", "correct horse\n")
                )
            ).Exit
        );
        var wrong = await _inomya.RunAsync(
            "backup",
            "verify",
            file,
            "--passphrase-file",
            _inomya.Write("wrong", "battery staple\n")
        );
        Assert.Equal((3, ""), (wrong.Exit, wrong.Out));
        Assert.DoesNotContain("   at ", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await _inomya.RunAsync("backup", "verify", file)).Exit);
    }

    [Fact]
    public async Task A_drill_compares_a_second_server_with_the_journal_and_leaves_nothing()
    {
        await ImportAsync(Diary.Small(20));
        var file = _inomya.File("a.backup");
        Assert.Equal(0, (await _inomya.RunAsync("backup", "--out", file)).Exit);
        await ImportAsync(Diary.Small(25, shift: 3));
        var drill = await _inomya.RunAsync("backup", "drill", file, "--json");
        Assert.Equal((0, ""), (drill.Exit, string.Join(", ", drill.Json.GetProperty("different").EnumerateArray())));
        Assert.Equal(20, drill.Json.GetProperty("pages").GetInt32());
        Assert.Equal(5, drill.Json.GetProperty("counts").GetInt32());
        Assert.False(Path.Exists(Path.Combine(_inomya.Data, "drill")));
        Assert.Contains("passed", (await _inomya.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"failure":{"at":"2026-11-29T02:00:00Z","why":"folder-missing","place":"/mnt/stick"},"places":[]}""",
        "/mnt/stick"
    )]
    [InlineData(
        """{"drill":{"at":"2026-11-29T02:00:00Z","madeAt":"2026-11-29T02:00:00Z","copy":"a","pages":19,"ofPages":20,"counts":5,"ofCounts":5,"different":["/days"]},"places":[]}""",
        "/days"
    )]
    public async Task Doctor_tells_a_backup_that_failed(string log, string told)
    {
        await ImportAsync(Diary.Small(2));
        await System.IO.File.WriteAllTextAsync(Path.Combine(_inomya.Data, "backup-log.json"), log);
        var run = await _inomya.RunAsync("doctor");
        Assert.Equal(3, run.Exit);
        Assert.Contains("BAD  backup", run.Out, StringComparison.Ordinal);
        Assert.Contains(told, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_looks_at_each_part()
    {
        var checks = (await _inomya.RunAsync("doctor", "--json"))
            .Json.GetProperty("checks")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("what").GetString()!, c => c.GetProperty("ok").GetBoolean());
        foreach (var part in (string[])["content", "storage", "privacy", "backup", "clock", "disk"])
            Assert.True(checks[part], part);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("import")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("days", "--from", "yesterday")]
    [InlineData("days", "--person", "Nobody", "--person", "Else")]
    [InlineData("analyze", "--batch", ".")]
    [InlineData("demo", "--language", "klingon")]
    public async Task Wrong_usage_is_exit_2_with_words_on_stderr(params string[] arguments)
    {
        var run = await _inomya.RunAsync(arguments);
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task A_country_that_there_is_not_is_refused_aloud()
    {
        var list = _inomya.Write("list.json", "[]");
        var run = await _inomya.RunAsync("medicines", "check", list, "--country", "Spain");
        Assert.Equal(2, run.Exit);
        Assert.Contains("'Spain' is not a country", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _inomya.RunAsync("medicines", "check", list, "--country", "es")).Exit);
    }

    [Fact]
    public async Task What_cannot_be_read_is_exit_3_with_words_on_stderr_and_changes_nothing()
    {
        System.IO.File.WriteAllBytes(_inomya.File("picture.csv"), [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]);
        string[][] calls =
        [
            ["import", _inomya.File("picture.csv")],
            ["import", _inomya.Write("empty.csv", "")],
            ["import", _inomya.File("missing.csv")],
            ["import", _inomya.Write("strange.csv", "a,b\n1,2\n")],
            ["import", _inomya.File("picture.csv"), "--map", _inomya.Write("bad.json", "{")],
            ["days", "--data", _inomya.Write("file", "not a folder")],
            ["restore", _inomya.File("picture.csv")],
            ["backup", "verify", _inomya.File("missing")],
            ["analyze", _inomya.File("missing.csv")],
        ];
        foreach (var call in calls)
        {
            var run = await _inomya.RunAsync(call);
            Assert.True(
                run.Exit == 3 && run.Out.Length == 0 && run.Error.Length > 0,
                $"{string.Join(' ', call)}: {run.Exit} {run.Out} {run.Error}"
            );
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal("date", (await _inomya.RunAsync("days")).Out.Trim());
    }

    [Fact]
    public async Task The_data_option_stands_before_the_environment()
    {
        await ImportAsync(Diary.Small(2), "--data", _inomya.File("other"));
        Assert.Equal("date", (await _inomya.RunAsync("days")).Out.Trim());
        Assert.Contains(
            "2020-01-02",
            (await _inomya.RunAsync("days", "--data", _inomya.File("other"))).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_told_in_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var run = await _inomya.RunAsync("serve", "--port", $"{port}", "--no-browser");
        Assert.Equal(3, run.Exit);
        Assert.Contains($"{port}", Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_or_an_age_that_the_medicine_check_does_not_know_is_refused_aloud()
    {
        var list = _inomya.Write("list.json", """[{"name": "citalopram", "dose": {"value": -5, "unit": "mg"}}]""");
        var unknown = await _inomya.RunAsync("medicines", "check", list, "--condition", "hart failure");
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("'hart failure' is not known", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean heart failure?", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("pregnancy", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _inomya.RunAsync("medicines", "check", list, "--age", "-3")).Exit);

        var known = await _inomya.RunAsync("medicines", "check", list, "--condition", "QT largo", "--json");
        Assert.Equal(1, known.Exit);
        Assert.Contains(
            "urgent",
            known.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("severity").GetString())
        );
        Assert.Equal(1, known.Json.GetProperty("refused")[0].GetProperty("entry").GetInt32());
    }
}
