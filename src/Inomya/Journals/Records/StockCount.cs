using NodaTime;

namespace Inomya.Journals;

/// <summary>How much of a treatment the person had at the start of a day, as they counted it.</summary>
public sealed record StockCount : Recorded
{
    public required Guid TreatmentId { get; init; }
    public required LocalDate Day { get; init; }

    /// <summary>Tablets, patches, mL: whatever the person counts.</summary>
    public required double Units { get; init; }

    /// <summary>How many of those one usual dose takes.</summary>
    public required double PerDose { get; init; }

    /// <summary>How many days before it runs out a new pack should be asked for.</summary>
    public int LeadDays { get; init; }
}
