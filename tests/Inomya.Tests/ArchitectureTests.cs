using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Inomya.Journals;
using Inomya.Tests.Support;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Architecture = ArchUnitNET.Domain.Architecture;

namespace Inomya.Tests;

/// <summary>Data flow one way. A folder of src/Inomya may use only those above it.</summary>
public class ArchitectureTests
{
    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies(typeof(Journal).Assembly, typeof(Analysis.Engine).Assembly)
        .Build();

    /// <summary>From the top: those in one row do not know each other.</summary>
    private static readonly string[][] Rows =
    [
        ["Vocabulary"],
        ["Content"],
        ["Journals"],
        ["Accounts"],
        [
            "Checkins",
            "Importing",
            "Questionnaires",
            "Medicines",
            "History",
            "Costs",
            "Examinations",
            "Laboratory",
            "Guide",
            "Charts",
            "Backups",
            "SupportPacks",
        ],
        ["RedFlags", "Treatments", "Evidence"],
        ["Series"],
        ["Findings"],
        ["Flares", "Pacing", "WhatHelped", "Experiments", "LookAlikes", "RiskFactors", "FirstWeeks", "Programmes"],
        ["Movement", "Sleep", "Calm", "Food", "WeeklyReviews", "Function"],
        ["Reminders", "Story"],
        ["Reports"],
        ["Documents", "Work", "LongView", "Exports"],
        ["Visits", "Links"],
        ["Demo"],
    ];

    /// <summary>
    /// Tables of the command line and of laboratories are read with the reader of the importers: it knows encodings,
    /// separators and days, and records nothing.
    /// </summary>
    private static readonly (string From, string To)[] Exceptions =
    [
        ("Findings", "Importing"),
        ("Laboratory", "Importing"),
    ];

    public static TheoryData<string> Folders =>
        [.. Rows.SelectMany(r => r).Where(f => Directory.Exists(Repository.Path("src", "Inomya", f)))];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_uses_only_those_above_it(string folder)
    {
        var row = Array.FindIndex(Rows, r => r.Contains(folder));
        var forbidden = Rows.Skip(row).SelectMany(r => r).Where(f => f != folder && !Exceptions.Contains((folder, f)));
        // what is only read into Series and Findings must not look back at who wrote it
        if (row > 5)
            forbidden = forbidden.Concat(
                Rows[4]
                    .Concat(Rows[5])
                    .Where(f => folder is "Series" or "Findings" && !Exceptions.Contains((folder, f)))
            );
        foreach (var below in forbidden.Where(f => Directory.Exists(Repository.Path("src", "Inomya", f))))
            Types()
                .That()
                .ResideInNamespaceMatching($@"^Inomya\.{folder}(\.|$)")
                .Should()
                .NotDependOnAnyTypesThat()
                .ResideInNamespaceMatching($@"^Inomya\.{below}(\.|$)")
                .WithoutRequiringPositiveResults()
                .Check(House);
    }

    [Fact]
    public void Every_folder_has_its_place()
    {
        var folders = Directory
            .GetDirectories(Repository.Path("src", "Inomya"))
            .Select(f => Path.GetFileName(f)!)
            .Except(["bin", "obj"]);
        Assert.Empty(folders.Except(Rows.SelectMany(r => r)));
    }

    [Fact]
    public void The_exception_for_tables_is_about_one_file() =>
        Assert.Equal(
            ["AnalysisFiles.cs"],
            Repository
                .Files("src/Inomya/Findings", ".cs")
                .Where(f => File.ReadAllText(f).Contains("Inomya.Importing", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f)!)
        );

    [Theory]
    [InlineData("Inomya.Analysis", "")]
    [InlineData("Inomya", "Inomya.Analysis")]
    [InlineData("Inomya.Fhir", "Inomya")]
    [InlineData("Inomya.Web", "Inomya Inomya.Fhir")]
    [InlineData("Inomya.Cli", "Inomya.Web")]
    public void A_project_references_only_what_the_plan_allows(string project, string allowed)
    {
        var file = File.ReadAllText(Repository.Path("src", project, $"{project}.csproj"));
        var references = System
            .Text.RegularExpressions.Regex.Matches(file, """ProjectReference Include="[^"]*?([A-Za-z.]+)\.csproj""")
            .Select(m => m.Groups[1].Value);
        Assert.Empty(references.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Only_the_FHIR_project_knows_the_FHIR_SDK() =>
        OnlyIn("Inomya.Fhir/", "using Hl7.Fhir", "Include=\"Hl7.Fhir");

    [Fact]
    public void Only_the_journals_and_the_accounts_know_the_database() =>
        OnlyIn(
            "Inomya/(Journals|Accounts)/",
            "using Microsoft.EntityFrameworkCore",
            "using Microsoft.Data.Sqlite",
            "using Npgsql"
        );

    [Fact]
    public void The_analysis_does_no_reading_writing_or_logging() =>
        Assert.DoesNotContain(Repository.Files("src/Inomya.Analysis", ".cs"), f =>
            File.ReadAllText(f) is var code
            && ((string[])["System.IO", "File.", "Console.", "ILogger", "async "]).Any(w =>
                code.Contains(w, StringComparison.Ordinal)
            )
        );

    private static void OnlyIn(string folder, params string[] words) =>
        Assert.Empty(
            Repository
                .Files("src", ".cs", ".razor", ".csproj")
                .Select(f => f.Replace('\\', '/'))
                .Where(f => !System.Text.RegularExpressions.Regex.IsMatch(f, $"src/{folder}"))
                .Where(f => words.Any(w => File.ReadAllText(f).Contains(w, StringComparison.Ordinal)))
                .Select(f => Path.GetRelativePath(Repository.Root, f))
        );
}
