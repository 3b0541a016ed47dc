using System.Globalization;
using Inomya.Journals;
using Inomya.Pacing;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Pacing;

/// <summary>Takes the forms of the activity diary: an activity, or that there was none.</summary>
public sealed class ActivityForms(PersonJournal person, PacingRules rules) : IKeptForms
{
    public const string One = "activity",
        Nothing = "activity-none";

    public IReadOnlyCollection<string> Names { get; } = [One, Nothing];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/pacing";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, stop) is { Wrong: [] } taken
            ? KeptResult.RecordedOrThere(taken.Change)
            : KeptResult.Refused;

    public Task<ActivityResult> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, stop));

    private async Task<ActivityResult> TakeOnceAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        var wrong = new List<string>();
        var day =
            IsoDay.DayOf(form["day"]) is { } given && given <= journal.Today ? given : Wrong("day", default(LocalDate));
        var none = form["_handler"] == Nothing;
        var kind =
            none ? ActivityKind.Rest
            : Enum.TryParse<ActivityKind>(form["kind"], out var k) && k != ActivityKind.Rest ? k
            : Wrong("kind", ActivityKind.Rest);
        var units =
            none ? 0
            : int.TryParse(form["size"], CultureInfo.InvariantCulture, out var size)
            && size >= 0
            && size < rules.Units.Count
                ? rules.Units[size]
            : Wrong("size", 0.0);
        if (wrong.Count > 0)
            return new(null, wrong);
        var there = (await journal.AllAsync<Activity>(stop)).Where(a => a.Day == day).ToList();
        if (none && there.Count > 0)
            return new(null, []);
        var text = form["text"].ToString().Trim();
        var draft = new Draft("activity", form["submission"], day).Add(
            new Activity
            {
                Day = day,
                Kind = kind,
                Units = units,
                Text = text.Length == 0 ? null : text,
            }
        );
        // an entry of effort takes the place of "nothing" on the same day
        foreach (var rest in there.Where(a => a.Kind == ActivityKind.Rest))
            draft.Remove(rest);
        return new(await journal.RecordAsync(draft, stop), []);

        T Wrong<T>(string field, T value)
        {
            wrong.Add(field);
            return value;
        }
    }
}
