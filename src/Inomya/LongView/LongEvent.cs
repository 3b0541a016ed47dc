using NodaTime;

namespace Inomya.LongView;

/// <summary>Something that began or ended on a day. That something changed after it proves nothing.</summary>
/// <param name="Name">Of a treatment as the person calls it; empty for a flare.</param>
/// <param name="Kind">What it is.</param>
public sealed record LongEvent(LocalDate Day, LongEventKind Kind, string Name);
