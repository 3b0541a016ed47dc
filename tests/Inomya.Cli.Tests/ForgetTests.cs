using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>Everything is deleted on the command line only when it was asked twice.</summary>
public sealed class ForgetTests : IDisposable
{
    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    [Fact]
    public async Task The_first_call_deletes_nothing_and_prints_a_code_and_the_second_deletes_with_a_receipt()
    {
        await DiaryAsync();
        var asked = await _inomya.RunAsync("forget");
        Assert.Equal(0, asked.Exit);
        Assert.Contains("Nothing was deleted yet", asked.Error, StringComparison.Ordinal);
        Assert.Contains("inomya export --as archive", asked.Error, StringComparison.Ordinal);
        Assert.Contains("2020-01-02", (await _inomya.RunAsync("days")).Out, StringComparison.Ordinal);
        var code = asked.Error.Split("--code ")[1].Trim();
        var done = await _inomya.RunAsync("forget", "--code", code);
        Assert.Equal(0, done.Exit);
        Assert.Contains("entries: ", done.Out, StringComparison.Ordinal);
        Assert.Contains("written anew", done.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("2020-01-02", (await _inomya.RunAsync("days")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_code_or_one_of_before_a_change_deletes_nothing()
    {
        await DiaryAsync();
        Assert.Equal(2, (await _inomya.RunAsync("forget", "--code", "00000000")).Exit);
        var code = (await _inomya.RunAsync("forget")).Error.Split("--code ")[1].Trim();
        await DiaryAsync(6);
        Assert.Equal(2, (await _inomya.RunAsync("forget", "--code", code)).Exit);
        Assert.Contains("2020-01-02", (await _inomya.RunAsync("days")).Out, StringComparison.Ordinal);
    }

    private Task<Run> DiaryAsync(int days = 5) =>
        _inomya.RunAsync(
            "import",
            _inomya.Write("diary.csv", Diary.Small(days)),
            "--map",
            _inomya.Write("map.json", Diary.Map)
        );
}
