using Inomya.Series;

namespace Inomya.LongView;

/// <param name="Then">Null where nothing was recorded.</param>
/// <param name="Now">Null where nothing was recorded.</param>
public sealed record BackThenRow(DayColumn Column, MonthMean? Then, MonthMean? Now);
