using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Cli.Tests;

/// <summary>docs/reference.md names everything there is, and nothing that there is not.</summary>
/// <remarks>It stands here since the command line is the one project that sees all the others.</remarks>
public sealed partial class DocsTests
{
    /// <summary>Options that every command has from the library.</summary>
    private static readonly string[] OfTheLibrary = ["--help", "--version"];

    private static readonly string Root = FindRoot();
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Root, "docs", "reference.md"));

    [Fact]
    public void Every_environment_variable_is_documented()
    {
        var used = ((string[])["src", "tests", "bench"])
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            )
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".csproj" or ".py" or "")
            .Append(Path.Combine(Root, "test"))
            .Append(Path.Combine(Root, "inomya"))
            .SelectMany(f => Variable().Matches(File.ReadAllText(f)).Select(m => m.Value));
        Same("Settings", used, r => r.Key);
    }

    [Fact]
    public void Every_setting_of_the_web_app_is_documented() =>
        Same(
            "Settings of the web app",
            typeof(WebSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name),
            r => r.Key
        );

    [Fact]
    public void Every_command_is_documented_with_its_arguments() =>
        Same(
            "Commands",
            Commands().Select(c => $"{c.Path} {string.Join(' ', c.Command.Arguments.Select(Written))}"),
            r => $"{r.Key} {r.Cells[1]}"
        );

    [Fact]
    public void Every_option_of_every_command_is_documented()
    {
        var everywhere = CommandTree
            .Root()
            .Options.Where(o => !OfTheLibrary.Contains(o.Name))
            .Select(o => $"{o.Name} of all");
        var ofOne = Commands().SelectMany(c => c.Command.Options.Select(o => $"{o.Name} of {c.Path}"));
        Same("Options", everywhere.Concat(ofOne), rows: rows =>
            rows.SelectMany(r => r.Cells[1].Split(", ").Select(command => $"{r.Key} of {command.Trim('`')}"))
        );
    }

    [Fact]
    public void Every_measure_is_documented_with_its_unit() =>
        Same("Measures", new MeasureCatalogue(new ContentFolder()).Measures.Select(m => $"{m.Id} in {m.Unit}"), r =>
            $"{r.Key} in {r.Cells[1].Trim('`')}"
        );

    [Fact]
    public void Every_page_is_documented() =>
        Same(
            "Pages",
            typeof(WebHost)
                .Assembly.GetTypes()
                .SelectMany(t => t.GetCustomAttributes<RouteAttribute>().Select(r => r.Template)),
            r => r.Key
        );

    [Fact]
    public async Task Every_other_address_is_documented()
    {
        await using var app = WebHost.Build(
            new WebSettings(),
            // never started, so nobody asks for the journal
            services => services.AddJournal(Task.FromResult<(JournalStore, Guid)>((null!, Guid.Empty)))
        );
        var pages = Rows("Pages").Select(r => r.Key);
        Same(
            "Other addresses",
            ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(d => d.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}")
                // what the framework itself adds
                .Where(path => !path.StartsWith("/_", StringComparison.Ordinal))
                .Except(pages),
            r => r.Key
        );
    }

    [Fact]
    public void Every_file_of_content_is_of_a_kind_that_is_documented()
    {
        var content = Path.Combine(Root, "content");
        var files = Directory
            .EnumerateFiles(content, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(content, f).Replace('\\', '/'))
            .ToList();
        var kinds = Rows("Content")
            .Select(r => (r.Key, Pattern: new Regex($"^{AnyName().Replace(Regex.Escape(r.Key), "[^/]+")}$")))
            .ToList();
        Nothing("is of no kind in the table of content", files.Where(f => !kinds.Any(k => k.Pattern.IsMatch(f))));
        Nothing("has no file", kinds.Where(k => !files.Any(f => k.Pattern.IsMatch(f))).Select(k => k.Key));
    }

    [Fact]
    public void Every_schema_is_documented_with_what_it_is_for()
    {
        var schemas = Directory
            .EnumerateFiles(Path.Combine(Root, "content", "schema"))
            .Select(f => Path.GetFileName(f).Replace(".schema.json", "", StringComparison.Ordinal));
        Same("Content", schemas, rows: rows => rows.Select(r => r.Cells[1].Trim('`')).Where(s => s != "-"));
    }

    [Fact]
    public void Every_recipe_names_only_files_that_there_are()
    {
        var recipes = Directory.GetFiles(Path.Combine(Root, "docs", "recipes"), "*.md");
        Assert.NotEmpty(recipes);
        foreach (var recipe in recipes)
            Nothing(
                $"is named in {Path.GetFileName(recipe)} and is not there",
                Linked()
                    .Matches(File.ReadAllText(recipe))
                    .Select(m => m.Groups[1].Value)
                    .Where(link => !Path.Exists(Path.Combine(Root, "docs", "recipes", link)))
            );
    }

    private sealed record Row(string Key, IReadOnlyList<string> Cells);

    /// <summary>The rows of the table under a heading, with what stands in backticks in their first cell.</summary>
    private static List<Row> Rows(string heading)
    {
        var rows = Page.SkipWhile(l => l != $"## {heading}")
            .Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[0].Trim('`'), cells))
            .ToList();
        Assert.True(rows.Count > 0, $"docs/reference.md has no table under \"{heading}\".");
        return rows;
    }

    private static void Same(string heading, IEnumerable<string> there, Func<Row, string> row) =>
        Same(heading, there, rows => rows.Select(row));

    private static void Same(
        string heading,
        IEnumerable<string> there,
        Func<IEnumerable<Row>, IEnumerable<string>> rows
    )
    {
        var (known, documented) = (
            there.Select(t => t.Trim()).ToHashSet(),
            rows(Rows(heading)).Select(r => r.Trim()).ToList()
        );
        Nothing($"is missing in docs/reference.md, \"{heading}\"", known.Except(documented));
        Nothing($"is in docs/reference.md, \"{heading}\", and does not exist", documented.Except(known));
        Nothing(
            $"is twice in docs/reference.md, \"{heading}\"",
            documented.GroupBy(d => d).Where(g => g.Count() > 1).Select(g => g.Key)
        );
    }

    private static void Nothing(string what, IEnumerable<string> found) =>
        Assert.True(!found.Any(), string.Join('\n', found.Order(StringComparer.Ordinal).Select(f => $"{f} {what}")));

    /// <summary>Every command below the root, with the words that call it.</summary>
    private static IEnumerable<(string Path, Command Command)> Commands() =>
        CommandTree.Root().Subcommands.SelectMany(c => Below(c, c.Name));

    private static IEnumerable<(string Path, Command Command)> Below(Command command, string path) =>
        command.Subcommands.SelectMany(c => Below(c, $"{path} {c.Name}")).Prepend((path, command));

    private static string Written(Argument argument)
    {
        var name = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Inomya.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Inomya.slnx above the tests.");
    }

    [GeneratedRegex("INOMYA_[A-Z_]*[A-Z]")]
    private static partial Regex Variable();

    /// <summary>A name in capitals stands for any name; README does not.</summary>
    [GeneratedRegex(@"(?<![A-Za-z.])(?!README)[A-Z]{2,}(?![A-Za-z])")]
    private static partial Regex AnyName();

    /// <summary>A link within the project.</summary>
    [GeneratedRegex(@"\]\((?!http)([^)#]+)")]
    private static partial Regex Linked();
}
