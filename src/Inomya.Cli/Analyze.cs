using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>inomya analyze: what affects the outcome, of a table, of many tables, or of the journal itself.</summary>
internal static class Analyze
{
    private static readonly Argument<FileInfo?> Table = new("TABLE.csv")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A daily table; without it the journal.",
    };
    private static readonly Option<FileInfo?> RolesFile = new("--roles")
    {
        Description = "Which column is what, as JSON.",
    };
    private static readonly Option<string?> Outcome = new("--outcome") { Description = "The column to explain." };
    private static readonly Option<DirectoryInfo?> Batch = new("--batch")
    {
        Description = "A folder of NAME.csv with NAME.roles.json.",
    };
    private static readonly Option<DirectoryInfo?> Out = new("--out")
    {
        Description = "Where --batch writes NAME.pred.json.",
    };
    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "How many persons at once.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Command Command()
    {
        var command = new Command("analyze", "Says what affects the outcome, what changed it, flares and forecast.")
        {
            Table,
            RolesFile,
            Outcome,
            Batch,
            Out,
            Jobs,
            Output.Json,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var words = new Words(new ContentFolder());
        if (call.GetValue(Batch) is { } batch)
            return await RunBatchAsync(
                batch,
                call.GetValue(Out) ?? throw new UsageException("--batch needs --out."),
                call.GetValue(Jobs),
                words,
                stop
            );

        var (result, seconds) = await AnalyzeAsync(call, words, stop);
        if (call.GetValue(Output.Json))
            Output.Print(AnalysisFiles.Document(result, seconds, words));
        else
            Tell(result, words);
        return ExitCode.Done;
    }

    private static async Task<(AnalysisResult Result, double Seconds)> AnalyzeAsync(
        ParseResult call,
        Words words,
        CancellationToken stop
    )
    {
        if (call.GetValue(Table) is { } file)
        {
            var (table, roles) = Read(file, call.GetValue(RolesFile), call.GetValue(Outcome), words);
            var watch = Stopwatch.StartNew();
            return (Engine.Analyze(table, roles, stop), watch.Elapsed.TotalSeconds);
        }
        var journal = await DataFolder.JournalAsync(call, stop);
        var all = Stopwatch.StartNew();
        var report = await JournalFindings.ReadAsync(
            journal,
            new MeasureCatalogue(new ContentFolder()),
            call.GetValue(Outcome),
            stop
        );
        return (
            report?.Result
                ?? new AnalysisResult
                {
                    Declined = [new Declined(Analysed.Outcome, null, DeclineReason.NothingRecorded)],
                },
            all.Elapsed.TotalSeconds
        );
    }

    private static (DailyTable, Roles) Read(FileInfo file, FileInfo? rolesFile, string? outcome, Words words)
    {
        var reading = file.Name;
        try
        {
            using var stream = file.OpenRead();
            var table = AnalysisFiles.ReadTable(stream);
            if (rolesFile is null)
            {
                var inferred = Roles.Infer(
                    table,
                    outcome
                        ?? (
                            table.Names.Count > 0
                                ? table.Names[0]
                                : throw new UsageException($"{file.Name} has no column but the date.")
                        )
                );
                Output.Say(
                    $"Inferred: outcome {inferred.Outcome}; {string.Join(", ", inferred.Factors.Select(f => $"{f.Key} {AnalysisFiles.Key(f.Value)}"))}"
                );
                return (table, inferred);
            }
            reading = rolesFile.Name;
            var roles = AnalysisFiles.ReadRoles(File.ReadAllText(rolesFile.FullName));
            return (table, outcome is null ? roles : roles with { Outcome = outcome });
        }
        catch (ImportException e)
        {
            throw new JournalStorageException($"{reading}: {words[$"import.{e.Why}", ("detail", e.Detail)]}", e);
        }
        catch (ArgumentException e)
        {
            throw new JournalStorageException($"{reading}: {e.Message}", e);
        }
    }

    private static async Task<int> RunBatchAsync(
        DirectoryInfo from,
        DirectoryInfo to,
        int jobs,
        Words words,
        CancellationToken stop
    )
    {
        to.Create();
        var names = from.GetFiles("*.csv")
            .Where(f => File.Exists(Path.ChangeExtension(f.FullName, ".roles.json")))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        var failed = 0;
        var done = 0;
        await Parallel.ForEachAsync(
            names,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = stop },
            async (file, inner) =>
            {
                try
                {
                    var (table, roles) = Read(
                        file,
                        new FileInfo(Path.ChangeExtension(file.FullName, ".roles.json")),
                        null,
                        words
                    );
                    var watch = Stopwatch.StartNew();
                    var result = Engine.Analyze(table, roles, inner);
                    var document = JsonSerializer.Serialize(
                        AnalysisFiles.Document(result, watch.Elapsed.TotalSeconds, words),
                        Output.JsonOptions
                    );
                    await File.WriteAllTextAsync(
                        Path.Combine(to.FullName, Path.ChangeExtension(file.Name, ".pred.json")),
                        document,
                        inner
                    );
                }
                catch (JournalStorageException e)
                {
                    Interlocked.Increment(ref failed);
                    Output.Say(e.Message);
                }
                if (Interlocked.Increment(ref done) % 500 == 0)
                    Output.Say($"{done} of {names.Count}");
            }
        );
        Output.Say($"{names.Count - failed} of {names.Count} analysed");
        return failed == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static void Tell(AnalysisResult result, Words words)
    {
        Console.Out.WriteLine(
            $"{result.Days} days, {result.Recorded} recorded, {result.Triggers.Count} pairs of factor and delay tested"
        );
        foreach (var t in result.Triggers.Where(t => t.Selected).OrderByDescending(t => Math.Abs(t.Effect)))
            Console.Out.WriteLine(
                FormattableString.Invariant(
                    $"{t.Factor}, {t.Lag} days later: {t.Effect:+0.00;-0.00} ({t.Lo:0.00} to {t.Hi:0.00}), {words[$"strength.{AnalysisFiles.Key(t.Strength)}"]}, {t.DaysCounted} days"
                )
            );
        if (!result.Triggers.Any(t => t.Selected))
            Console.Out.WriteLine("Nothing found.");
        if (result.Trend is { } trend)
            Console.Out.WriteLine(
                FormattableString.Invariant(
                    $"Change in 30 days: {trend.Per30Days:+0.00;-0.00} ({trend.Lo:0.00} to {trend.Hi:0.00}), {trend.DaysCounted} days"
                )
            );
        foreach (var point in result.ChangePoints)
            Console.Out.WriteLine(
                FormattableString.Invariant(
                    $"Lasting change of {point.Jump:+0.00;-0.00} around {Vocabulary.Epoch.ToLocalDate(point.Day):uuuu-MM-dd}"
                )
            );
        foreach (var declined in result.Declined)
            Console.Out.WriteLine(
                $"Not told, {AnalysisFiles.WhatOf(declined, words)}: {AnalysisFiles.WhyOf(declined, words)}"
            );
    }
}
