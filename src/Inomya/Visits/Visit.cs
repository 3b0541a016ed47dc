using Inomya.Journals;

namespace Inomya.Visits;

/// <summary>A visit with what was prepared for it and agreed in it.</summary>
/// <param name="Notes">Null while nothing was prepared.</param>
/// <param name="Agreements">In the order in which they were noted.</param>
public sealed record Visit(Appointment Appointment, VisitNotes? Notes, IReadOnlyList<Agreement> Agreements)
{
    public Guid Id => Appointment.Id;
}
