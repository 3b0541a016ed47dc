using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>An association checks its list with the command line and sees it in the app.</summary>
public sealed class SupportTests : IDisposable
{
    private const string List = """
        country: GB
        maintained-by: Example Association
        expires: 2020-12-31
        entries:
          - id: evening-group
            kind: group
            name: Evening group
            what:
              en: Meets on Tuesdays.
            address: https://group.example
            languages: [en]
            scope: country
            costs: free
            source: our own board
            checked: 2020-06-01
            verified: seen
        """;

    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    private string Folder => Path.Combine(_inomya.Data, "content", "support");

    private Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        return File.WriteAllTextAsync(Path.Combine(Folder, name), text);
    }

    [Fact]
    public async Task A_list_that_is_well_formed_is_told_with_its_age()
    {
        await WriteAsync("gb.yaml", List);
        var run = await _inomya.RunAsync("support", "check", Folder);
        Assert.Equal("gb.yaml: GB, 1 entries, by Example Association, expired on 2020-12-31", run.Out.Trim());
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Fact]
    public async Task What_is_wrong_with_one_is_told_with_its_line_and_the_others_are_read()
    {
        await WriteAsync("gb.yaml", List);
        await WriteAsync("ie.yaml", List.Replace("costs: free", "costs: little", StringComparison.Ordinal));
        var run = await _inomya.RunAsync("support", "check", Folder);
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            "ie.yaml, line 13: \"costs\" is none of the words that may stand here: free, members, unknown.",
            run.Error.Trim()
        );
        Assert.Contains("gb.yaml: GB", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var run = await _inomya.RunAsync("support", "check", _inomya.File("nowhere"));
        Assert.Equal(3, run.Exit);
        Assert.Contains("nowhere: there is no such folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_the_data_folder_is_on_the_page()
    {
        await WriteAsync("gb.yaml", List);
        using var server = _inomya.Start("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        try
        {
            var told = (await server.StandardError.ReadLineAsync())!;
            using var http = new HttpClient { BaseAddress = new(told.Split(' ')[3]) };
            var page = await http.GetStringAsync("/support?country=GB");
            Assert.Contains("From the list of Example Association", page, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
