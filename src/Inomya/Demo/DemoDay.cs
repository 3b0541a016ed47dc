using NodaTime;

namespace Inomya.Demo;

/// <summary>How one day was, whether or not it gets recorded.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Sleep">In hours.</param>
/// <param name="Flare">The one that began on it, if one did.</param>
internal sealed record DemoDay(
    int Number,
    LocalDate Date,
    double Pain,
    double Sleep,
    double Stress,
    bool Overdid,
    DemoFlare? Flare
);
