using NodaTime;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Every recorded number of a stretch of days, by measure, region and scale.</summary>
    public async Task<IReadOnlyList<PointColumn>> PointsAsync(
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop = default
    )
    {
        try
        {
            return await PointReader.ReadAsync(_store.Place, Person.Id, from, to, StopOr(stop));
        }
        catch (System.Data.Common.DbException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>Every current number of a measure and region whose hour is known, in order of time.</summary>
    /// <param name="region">Null: what is not of a region.</param>
    public Task<IReadOnlyList<Entry>> MomentsAsync(string measure, string? region, CancellationToken stop = default) =>
        ReadAsync(
            rows =>
                rows.Current<Entry>()
                    .Where(e => e.Measure == measure && e.Region == region && e.At != null && e.Value != null)
                    .OrderBy(e => e.At)
                    .ThenBy(e => e.Id),
            stop
        );

    /// <summary>The daily values of devices, those made from more samples first within a day.</summary>
    public Task<IReadOnlyList<DevicePoint>> DevicePointsAsync(
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop = default
    ) =>
        ReadAsync(
            rows =>
                from v in rows.Of<DailyValue>()
                join s in rows.Of<SampleSource>() on v.SourceId equals s.Id
                where (@from == null || v.Day >= @from) && (to == null || v.Day <= to)
                orderby v.Day, v.Samples descending, s.Id
                select new DevicePoint(s.Measure, v.Day, v.Value),
            stop
        );
}
