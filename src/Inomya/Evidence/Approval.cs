using Inomya.Medicines;
using NodaTime;

namespace Inomya.Evidence;

/// <summary>Where a medicine is approved for fibromyalgia, and since when.</summary>
public sealed record Approval(string Where, LocalDate? Since, Basis Basis);
