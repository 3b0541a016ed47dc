namespace Inomya.RiskFactors;

/// <summary>
/// One thing that studies found more often before or beside the condition. Words: risk.ID and risk.ID.note.
/// </summary>
/// <param name="Changeable">Can a person change it?</param>
/// <param name="Grade">How sure the studies are: high, moderate, low or very-low.</param>
/// <param name="Tools">Ids of what in this app acts on it, the best first.</param>
/// <param name="Effects">What was found; only what was seen in a source.</param>
/// <param name="Also">Keys of sources that the note rests on.</param>
/// <param name="PutAway">It is about weight: not shown while everything about food is put away.</param>
public sealed record RiskFactor(
    string Id,
    bool Changeable,
    string Grade,
    IReadOnlyList<string> Tools,
    IReadOnlyList<RiskEffect> Effects,
    IReadOnlyList<string> Also,
    bool PutAway
);
