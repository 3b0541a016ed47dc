namespace Inomya.Journals;

/// <summary>The change that an import comes to, fact by fact, beside what is there already.</summary>
/// <param name="byHand">The changes that the person made, not an import or an undo: what they left stands.</param>
/// <param name="key">The submission's own id, when the same one could arrive twice.</param>
internal sealed class ImportDraft(IReadOnlySet<Guid> byHand, string? key)
{
    public Draft Draft { get; } = new("import", key);
    public int Same { get; private set; }
    public int Changed { get; private set; }
    public int Added { get; private set; }

    /// <param name="there">The newest version, current or not; null for a fact that was never recorded.</param>
    public void Take(Recorded fact, Recorded? there)
    {
        if (there is null)
            Add(fact);
        else if (Stands(there, fact))
            Same++;
        else if (there.VoidedById is null)
            Correct(there, fact);
        else
            Add(fact);
    }

    private void Add(Recorded fact)
    {
        Added++;
        Draft.Add(fact);
    }

    /// <summary>Also a measure of the person's own: another file may rate it on another scale, and each value keeps its own.</summary>
    private bool Stands(Recorded there, Recorded fact) =>
        there.VoidedById is { } taken
            ? byHand.Contains(taken)
            : there is OwnMeasure
                || byHand.Contains(there.ChangeId)
                || IsOlderWord(there, fact)
                || Plain(there) == Plain(fact);

    /// <summary>A preliminary result says nothing against the final one, whichever file is brought in last.</summary>
    private static bool IsOlderWord(Recorded there, Recorded fact) =>
        there is LabResult { IsPreliminary: false } && fact is LabResult { IsPreliminary: true };

    private void Correct(Recorded there, Recorded fact)
    {
        Changed++;
        Draft.Remove(there).Add(fact);
    }

    /// <summary>Only what it says, without who recorded it when.</summary>
    private static Recorded Plain(Recorded fact) =>
        fact with
        {
            PersonId = default,
            ChangeId = default,
            VoidedById = null,
        };
}
