using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inomya.Cli.Tests;

/// <summary>docs/security/sbom.cdx.json (CycloneDX) lists what the lock files of src say: every package that runs, and who brings it.</summary>
/// <remarks>INOMYA_ACCEPT_SNAPSHOTS=1 writes it anew, once someone has looked at what changed.</remarks>
public sealed class SbomTests
{
    private static readonly string Root = FindRoot();

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void The_bill_of_materials_is_that_of_the_lock_files()
    {
        var file = Path.Combine(Root, "docs", "security", "sbom.cdx.json");
        var made = Written(Packages());
        if (Environment.GetEnvironmentVariable("INOMYA_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(file, made);
        Assert.Equal(made, File.ReadAllText(file));
    }

    [Fact]
    public void A_package_of_every_kind_is_in_it_with_its_version_and_address()
    {
        var packages = Packages();
        // one that is asked for, one that comes along with another
        Assert.Contains(packages, p => p.Name == "NodaTime");
        Assert.Contains(packages, p => p.Name == "SQLitePCLRaw.core");
        Assert.All(packages, p => Assert.Matches("^pkg:nuget/[^@]+@[0-9]", p.Address));
        Assert.Contains(packages, p => p.Needs.Count > 0);
    }

    /// <summary>No package of the lock files is without a version that was decided.</summary>
    [Fact]
    public void Every_package_has_one_version() =>
        Assert.Empty(Packages().GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => g.Key));

    private sealed record Package(string Name, string Version, IReadOnlyList<string> Needs)
    {
        public string Address => $"pkg:nuget/{Name}@{Version}";
    }

    private static List<Package> Packages() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
                .SelectMany(InLock)
                .GroupBy(p => p.Address)
                .Select(g => g.First() with { Needs = [.. g.SelectMany(p => p.Needs).Distinct()] })
                .OrderBy(p => p.Address, StringComparer.Ordinal),
        ];

    private static IEnumerable<Package> InLock(string file) =>
        JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!
            .AsObject()
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(p => p.Value!["resolved"] is not null)
            .Select(p => new Package(
                p.Key,
                (string)p.Value!["resolved"]!,
                [.. (p.Value["dependencies"]?.AsObject() ?? []).Select(d => d.Key)]
            ));

    private static string Written(List<Package> packages)
    {
        var addresses = packages.ToDictionary(p => p.Name, p => p.Address, StringComparer.OrdinalIgnoreCase);
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["bom-ref"] = "inomya",
                    ["name"] = "inomya",
                },
            },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
            ["dependencies"] = new JsonArray([.. packages.Select(p => Needs(p, addresses))]),
        };
        return bill.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Component(Package package) =>
        new()
        {
            ["type"] = "library",
            ["bom-ref"] = package.Address,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["purl"] = package.Address,
        };

    /// <summary>What the framework brings itself is in no lock file, and left out.</summary>
    private static JsonObject Needs(Package package, Dictionary<string, string> addresses) =>
        new()
        {
            ["ref"] = package.Address,
            ["dependsOn"] = new JsonArray([
                .. package
                    .Needs.Where(addresses.ContainsKey)
                    .Select(name => addresses[name])
                    .Order(StringComparer.Ordinal)
                    .Select(address => JsonValue.Create(address)),
            ]),
        };

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Inomya.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Inomya.slnx above the tests.");
    }
}
