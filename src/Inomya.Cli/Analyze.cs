using System.CommandLine;
using System.Diagnostics;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
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
            return await RunBatchAsync(call, batch, words, stop);

        var (result, report, seconds) = await AnalyzeAsync(call, words, stop);
        if (call.GetValue(Output.Json))
            Output.Print(AnalysisFiles.Document(result, seconds, words));
        else
            AnalysisText.Write(result, report, words, Console.Out);
        return ExitCode.Done;
    }

    private static Task<int> RunBatchAsync(ParseResult call, DirectoryInfo from, Words words, CancellationToken stop)
    {
        var to = call.GetValue(Out) ?? throw new UsageException("--batch needs --out.");
        return AnalysisBatch.RunAsync(from, to, call.GetValue(Jobs), words, stop);
    }

    /// <summary>Without a report where the outcome is in no column.</summary>
    private static async Task<(AnalysisResult Result, FindingReport? Report, double Seconds)> AnalyzeAsync(
        ParseResult call,
        Words words,
        CancellationToken stop
    )
    {
        if (call.GetValue(Table) is not { } file)
            return await AnalyzeJournalAsync(call, stop);
        var (table, roles) = AnalysisInput.Read(file, call.GetValue(RolesFile), call.GetValue(Outcome), words);
        var watch = Stopwatch.StartNew();
        var result = Engine.Analyze(table, roles, stop);
        return (result, FindingReport.Of(table, roles, result), watch.Elapsed.TotalSeconds);
    }

    private static async Task<(AnalysisResult Result, FindingReport? Report, double Seconds)> AnalyzeJournalAsync(
        ParseResult call,
        CancellationToken stop
    )
    {
        var journal = await DataFolder.JournalAsync(call, new HostLook(AuditAct.Saw, "findings"), stop);
        var watch = Stopwatch.StartNew();
        var catalogue = new MeasureCatalogue(new ContentFolder());
        var report = await JournalFindings.ReadAsync(journal, catalogue, call.GetValue(Outcome), stop);
        return (report?.Result ?? NothingRecorded(), report, watch.Elapsed.TotalSeconds);
    }

    private static AnalysisResult NothingRecorded() =>
        new() { Declined = [new Declined(Analysed.Outcome, null, DeclineReason.NothingRecorded)] };
}
