using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>The same few moves on each table of versions.</summary>
internal abstract class FactTable
{
    /// <summary>Every table that holds versions of facts: what undo, history and backup go through.</summary>
    public static readonly IReadOnlyList<FactTable> All =
    [
        new FactTable<Entry>(),
        new FactTable<Note>(),
        new FactTable<OwnMeasure>(),
        new FactTable<Treatment>(),
        new FactTable<Course>(),
        new FactTable<Intake>(),
        new FactTable<SideEffect>(),
        new FactTable<Flare>(),
        new FactTable<Response>(),
        new FactTable<OwnForm>(),
        new FactTable<HistoryItem>(),
        new FactTable<LabResult>(),
        new FactTable<Examination>(),
        new FactTable<Cost>(),
        new FactTable<Experiment>(),
        new FactTable<ExperimentDay>(),
        new FactTable<Activity>(),
        new FactTable<FlarePlan>(),
        new FactTable<Mark>(),
        new FactTable<StockCount>(),
        new FactTable<Allergy>(),
        new FactTable<Appointment>(),
        new FactTable<MovementSession>(),
        new FactTable<MovementPlan>(),
        new FactTable<Meal>(),
        new FactTable<Drink>(),
        new FactTable<FoodWeek>(),
        new FactTable<GateAnswer>(),
        new FactTable<Enrolment>(),
        new FactTable<StepDone>(),
        new FactTable<Worksheet>(),
        new FactTable<SleepNight>(),
        new FactTable<SleepWindow>(),
        new FactTable<SleepHabit>(),
        new FactTable<PracticeRating>(),
        new FactTable<VisitNotes>(),
        new FactTable<Agreement>(),
        new FactTable<FunctionDay>(),
        new FactTable<LetterDraft>(),
        new FactTable<SampleBlock>(),
    ];

    public abstract Task InsertAsync(JournalDb db, IEnumerable<Recorded> facts, CancellationToken stop);

    /// <summary>Takes current versions out; false when one of them is not current any more.</summary>
    public abstract Task<bool> VoidAsync(
        PersonRows rows,
        IEnumerable<Recorded> facts,
        Guid change,
        CancellationToken stop
    );

    /// <summary>Is this fact kept in this table?</summary>
    public abstract bool Holds(Recorded fact);

    /// <summary>The newest version, current or not, of each of these facts that was ever recorded.</summary>
    public abstract Task<Dictionary<Guid, Recorded>> LatestAsync(
        PersonRows rows,
        IReadOnlyList<Recorded> facts,
        CancellationToken stop
    );

    /// <summary>The versions a change wrote, and those it took out.</summary>
    public abstract Task<(IReadOnlyList<Recorded> Written, IReadOnlyList<Recorded> TakenOut)> OfChangeAsync(
        PersonRows rows,
        Guid change,
        CancellationToken stop
    );
}

internal sealed class FactTable<T> : FactTable
    where T : Recorded
{
    public override Task InsertAsync(JournalDb db, IEnumerable<Recorded> facts, CancellationToken stop)
    {
        var mine = facts.OfType<T>().ToList();
        return mine.Count == 0 ? Task.CompletedTask : RowWriter.InsertAsync(db, mine, replace: false, stop);
    }

    public override bool Holds(Recorded fact) => fact is T;

    public override async Task<Dictionary<Guid, Recorded>> LatestAsync(
        PersonRows rows,
        IReadOnlyList<Recorded> facts,
        CancellationToken stop
    )
    {
        var wanted = facts.OfType<T>().Select(f => f.Id).ToHashSet();
        var latest = new Dictionary<Guid, Recorded>();
        if (wanted.Count == 0)
            return latest;
        await foreach (var version in rows.Of<T>().OrderBy(f => f.ChangeId).AsAsyncEnumerable().WithCancellation(stop))
            if (wanted.Contains(version.Id))
                latest[version.Id] = version;
        return latest;
    }

    public override async Task<bool> VoidAsync(
        PersonRows rows,
        IEnumerable<Recorded> facts,
        Guid change,
        CancellationToken stop
    )
    {
        foreach (var writtenBy in facts.OfType<T>().GroupBy(f => f.ChangeId, f => f.Id))
        foreach (var ids in writtenBy.Chunk(500))
        {
            var taken = await rows.Current<T>()
                .Where(f => f.ChangeId == writtenBy.Key && ids.Contains(f.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.VoidedById, change), stop);
            if (taken != ids.Length)
                return false;
        }
        return true;
    }

    public override async Task<(IReadOnlyList<Recorded> Written, IReadOnlyList<Recorded> TakenOut)> OfChangeAsync(
        PersonRows rows,
        Guid change,
        CancellationToken stop
    ) =>
        (
            await rows.Of<T>().Where(f => f.ChangeId == change).ToListAsync(stop),
            await rows.Of<T>().Where(f => f.VoidedById == change).ToListAsync(stop)
        );
}
