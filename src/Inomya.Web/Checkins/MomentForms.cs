using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Offline;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Checkins;

/// <summary>Takes the rating of a moment. One that waited on a device is of the moment at which the person gave it.</summary>
public sealed class MomentForms(PersonJournal person, MeasureCatalogue catalogue) : IKeptForms
{
    public const string Name = "now";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    /// <summary>What can be rated for a moment.</summary>
    public static bool Asks(Measure measure) =>
        measure is { Role: MeasureRole.Symptom, Kind: MeasureKind.Scale, Scale: not null };

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/now";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, at, stop) is { } change ? KeptResult.Recorded(change) : KeptResult.Refused;

    /// <summary>Null when it is no rating that can be recorded.</summary>
    public async Task<Change?> TakeAsync(IFormCollection form, Instant? at = null, CancellationToken stop = default)
    {
        var journal = await person.OpenAsync();
        var measures = await journal.MeasuresAsync(catalogue, stop);
        return measures.Find(form["measure"].ToString()) is { } measure && RatingIn(form, measure) is { } value
            ? await journal.RecordAsync(Moment.Draft(journal, measure, value, form["submission"], at), stop)
            : null;
    }

    private static int? RatingIn(IFormCollection form, Measure measure) =>
        Asks(measure)
        && int.TryParse(form["value"], System.Globalization.CultureInfo.InvariantCulture, out var value)
        && measure.Refuses(value) is null
            ? value
            : null;
}
