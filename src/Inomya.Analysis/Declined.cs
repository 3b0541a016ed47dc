namespace Inomya.Analysis;

/// <summary>Something that was asked and is not answered, and why. Words for people are made elsewhere.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Name">The column, where there is one.</param>
/// <param name="Reason">Why.</param>
/// <param name="Have">What there was, in days or occurrences; null where counting makes no sense.</param>
/// <param name="Need">
/// What would be needed, same unit; for <see cref="DeclineReason.CannotTellYet"/> an estimate.
/// </param>
public sealed record Declined(Analysed What, string? Name, DeclineReason Reason, int? Have = null, int? Need = null);
