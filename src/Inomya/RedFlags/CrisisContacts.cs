namespace Inomya.RedFlags;

/// <summary>
/// Whom to call in one country. Only numbers that were found on a public page; the rest is the plain fallback.
/// </summary>
/// <param name="Emergency">Null: say "the emergency number of the place where you are".</param>
/// <param name="Lines">For thoughts of ending one's life. Empty: say that we have none, and whom to turn to.</param>
/// <param name="Poison">For a poisoning or too much of a medicine. Empty: a doctor or the emergency number.</param>
public sealed record CrisisContacts(
    string? Country,
    string? Emergency,
    IReadOnlyList<CrisisLine> Lines,
    IReadOnlyList<CrisisLine> Poison
);
