using Inomya.Journals;
using NodaTime;

namespace Inomya.LongView;

/// <summary>The days two years ago, beside the last ones.</summary>
/// <param name="From">The first day back then.</param>
/// <param name="To">The last one.</param>
/// <param name="Rows">Each measure then and now; null where no day of a side has a record.</param>
/// <param name="Notes">What was written in those days, in order.</param>
public sealed record BackThen(LocalDate From, LocalDate To, IReadOnlyList<BackThenRow> Rows, IReadOnlyList<Note> Notes);
