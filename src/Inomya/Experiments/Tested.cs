using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;

namespace Inomya.Experiments;

/// <summary>What one test of one's own said, for the shelf beside the findings.</summary>
public sealed record Tested(ExperimentRun Run, Answer Answer)
{
    /// <summary>
    /// Every test on this outcome that is over and was not stopped by hand, the newest first. As long as nothing is
    /// written to the journal, they are worked out once a day.
    /// </summary>
    /// <param name="outcome">Name of the column.</param>
    public static async Task<IReadOnlyList<Tested>> OfAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        string outcome,
        CancellationToken stop = default
    ) =>
        await KeptReadings.OfAsync(
            journal,
            (catalogue, outcome, journal.Today),
            () => ReadNowAsync(journal, catalogue, outcome, stop),
            stop
        ) ?? [];

    private static async Task<IReadOnlyList<Tested>?> ReadNowAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        string outcome,
        CancellationToken stop
    )
    {
        var book = ExperimentBook.ToRead(journal, catalogue);
        var tested = new List<Tested>();
        foreach (var run in await book.RunsAsync(stop))
            if (run.Protocol.Plan.Outcome == outcome && run.PhaseOn(journal.Today) == Phase.Ended)
                tested.Add(new Tested(run, (await book.ReadAsync(run, stop)).Answer));
        return tested;
    }

    /// <summary>"Does tea help? It probably helps (ended on 3 May 2026)."</summary>
    public string Sentence(Words words) =>
        words[
            "findings.tested.line",
            ("question", Run.Protocol.Plan.Question),
            ("answer", words[$"experiments.answer.{AnalysisFiles.Key(Answer)}"]),
            ("end", Run.Last)
        ];
}
