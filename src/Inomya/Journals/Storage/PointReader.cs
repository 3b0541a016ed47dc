using NodaTime;

namespace Inomya.Journals;

/// <summary>Reads the numbers of a journal, column by column, straight from the index that holds them.</summary>
/// <remarks>
/// A daily table of ten years is 50,000 rows, and the object mapper takes three times as long as the budget allows. Rows
/// come in the order in which they were recorded.
/// </remarks>
internal static class PointReader
{
    private const string Within = "value IS NOT NULL AND day >= @from AND day <= @to";
    private const string ByKey = "measure, region, scale_low, scale_top, day";

    private static readonly PersonQuery<Entry, PointKey> Keys = new()
    {
        Where = "value IS NOT NULL",
        FileIndex = "IX_entries_points",
        Distinct = true,
    };

    private static readonly PersonQuery<Entry, Point> OfKey = new()
    {
        Where = $"measure = @measure AND region IS @region AND scale_low IS @low AND scale_top IS @top AND {Within}",
        OrderBy = "day, rowid",
        FileIndex = "IX_entries_points",
    };

    private static readonly PersonQuery<Entry, KeyedPoint> SomeDays = new()
    {
        Where = Within,
        OrderBy = $"{ByKey}, rowid",
        FileIndex = "IX_entries_person_id_day",
    };

    private static readonly PersonQuery<Entry, KeyedPoint> OnServer = new()
    {
        Where = Within,
        OrderBy = $"{ByKey}, change_id, id",
    };

    /// <param name="from">The first day; null reads everything from the first on.</param>
    public static Task<IReadOnlyList<PointColumn>> ReadAsync(
        JournalPlace place,
        Guid person,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        IReadOnlyList<(string, object?)> days =
        [
            ("@from", from ?? LocalDate.MinIsoValue),
            ("@to", to ?? LocalDate.MaxIsoValue),
        ];
        if (place.File is null)
            return ReadSortedAsync(place, person, OnServer, days, stop);
        return from is null
            ? ReadByKeyAsync(place, person, days, stop)
            : ReadSortedAsync(place, person, SomeDays, days, stop);
    }

    /// <summary>
    /// The whole of a file: which columns there are, then each by its stretch of the index, so that only two cells a
    /// row are read.
    /// </summary>
    private static async Task<IReadOnlyList<PointColumn>> ReadByKeyAsync(
        JournalPlace place,
        Guid person,
        IReadOnlyList<(string, object?)> days,
        CancellationToken stop
    )
    {
        var columns = new List<PointColumn>();
        foreach (var key in await PersonAnswers.ToAsync(place, person, Keys, [], stop))
        {
            var points = await PersonAnswers.ToAsync(place, person, OfKey, [.. days, .. Named(key)], stop);
            if (points.Count > 0)
                columns.Add(Column(key, points));
        }
        return columns;
    }

    /// <summary>A server, or some days of a file: one answer, sorted by column.</summary>
    private static async Task<IReadOnlyList<PointColumn>> ReadSortedAsync(
        JournalPlace place,
        Guid person,
        PersonQuery<Entry, KeyedPoint> query,
        IReadOnlyList<(string, object?)> days,
        CancellationToken stop
    )
    {
        var points = await PersonAnswers.ToAsync(place, person, query, days, stop);
        return
        [
            .. points.GroupBy(p => p.Key).Select(c => Column(c.Key, [.. c.Select(p => new Point(p.Day, p.Value))])),
        ];
    }

    private static IEnumerable<(string, object?)> Named(PointKey key) =>
        [("@measure", key.Measure), ("@region", key.Region), ("@low", key.ScaleLow), ("@top", key.ScaleTop)];

    private static PointColumn Column(PointKey key, List<Point> points) =>
        new(
            key.Measure,
            key.Region,
            key.ScaleLow,
            key.ScaleTop,
            points.ConvertAll(p => p.Day),
            points.ConvertAll(p => p.Value)
        );
}
