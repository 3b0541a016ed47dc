using System.Diagnostics;
using System.Text.Json;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>Analyses every table of a folder that has its roles beside it, several at once.</summary>
internal sealed class AnalysisBatch
{
    private const string RolesEnding = ".roles.json",
        ResultEnding = ".pred.json";

    private const int ToldEach = 500;

    private readonly IReadOnlyList<FileInfo> _tables;
    private readonly DirectoryInfo _to;
    private readonly Words _words;
    private int _failed,
        _done;

    private AnalysisBatch(IReadOnlyList<FileInfo> tables, DirectoryInfo to, Words words) =>
        (_tables, _to, _words) = (tables, to, words);

    public static async Task<int> RunAsync(
        DirectoryInfo from,
        DirectoryInfo to,
        int jobs,
        Words words,
        CancellationToken stop
    )
    {
        to.Create();
        var batch = new AnalysisBatch(TablesIn(from), to, words);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = stop };
        await Parallel.ForEachAsync(batch._tables, atOnce, batch.TryAsync);
        return batch.End();
    }

    private int End()
    {
        Output.Say($"{_tables.Count - _failed} of {_tables.Count} analysed");
        return _failed == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static List<FileInfo> TablesIn(DirectoryInfo folder) =>
        [.. folder.GetFiles("*.csv").Where(f => File.Exists(RolesOf(f))).OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static string RolesOf(FileInfo table) => Path.ChangeExtension(table.FullName, RolesEnding);

    private async ValueTask TryAsync(FileInfo table, CancellationToken stop)
    {
        try
        {
            await AnalyzeAsync(table, stop);
        }
        catch (JournalStorageException e)
        {
            Interlocked.Increment(ref _failed);
            Output.Say(e.Message);
        }
        var done = Interlocked.Increment(ref _done);
        if (done % ToldEach == 0)
            Output.Say($"{done} of {_tables.Count}");
    }

    private async Task AnalyzeAsync(FileInfo file, CancellationToken stop)
    {
        var (table, roles) = AnalysisInput.Read(file, new FileInfo(RolesOf(file)), null, _words);
        var watch = Stopwatch.StartNew();
        var result = Engine.Analyze(table, roles, stop);
        var document = AnalysisFiles.Document(result, watch.Elapsed.TotalSeconds, _words);
        await File.WriteAllTextAsync(ResultOf(file), JsonSerializer.Serialize(document, Output.JsonOptions), stop);
    }

    private string ResultOf(FileInfo table) =>
        Path.Combine(_to.FullName, Path.ChangeExtension(table.Name, ResultEnding));
}
