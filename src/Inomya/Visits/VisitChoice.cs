namespace Inomya.Visits;

/// <summary>What goes to the reader of one visit, as it is chosen on the page that shows it.</summary>
/// <param name="Reader">Id of the audience.</param>
/// <param name="With">
/// What is private, chosen for this once: sections that the audience may have on top, and costs, notes and writing.
/// </param>
/// <param name="LeftOut">Sections and facts that are left out.</param>
/// <param name="Struck">Ids of lines.</param>
/// <param name="Kept">Ids of lines that stay though they name something struck out.</param>
/// <param name="WithSlip">The reply slip goes with it.</param>
public sealed record VisitChoice(
    string Reader,
    IReadOnlySet<string> With,
    IReadOnlySet<string> LeftOut,
    IReadOnlySet<string> Struck,
    IReadOnlySet<string> Kept,
    bool WithSlip
);
