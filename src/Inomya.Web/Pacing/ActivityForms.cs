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
        var activity = Read(form, journal.Today, wrong);
        if (wrong.Count > 0)
            return new(null, wrong);
        var there = (await journal.AllAsync<Activity>(stop)).Where(a => a.Day == activity.Day).ToList();
        if (IsNothing(form) && there.Count > 0)
            return new(null, []);
        var draft = new Draft("activity", form["submission"], activity.Day).Add(activity);
        // an entry of effort takes the place of "nothing" on the same day
        foreach (var rest in there.Where(a => a.Kind == ActivityKind.Rest))
            draft.Remove(rest);
        return new(await journal.RecordAsync(draft, stop), []);
    }

    private static bool IsNothing(IFormCollection form) => form["_handler"] == Nothing;

    /// <summary>The activity that was sent; of use only when nothing is wrong with it.</summary>
    private Activity Read(IFormCollection form, LocalDate today, List<string> wrong)
    {
        return new Activity
        {
            Day = DayIn(form, today) ?? Wrong("day", today),
            Kind = IsNothing(form) ? ActivityKind.Rest : KindIn(form) ?? Wrong("kind", ActivityKind.Rest),
            Units = IsNothing(form) ? 0 : UnitsIn(form) ?? Wrong("size", 0.0),
            Text = TextIn(form),
        };

        T Wrong<T>(string field, T value)
        {
            wrong.Add(field);
            return value;
        }
    }

    private static string? TextIn(IFormCollection form) =>
        form["text"].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static LocalDate? DayIn(IFormCollection form, LocalDate today) =>
        IsoDay.DayOf(form["day"]) is { } day && day <= today ? day : null;

    private static ActivityKind? KindIn(IFormCollection form) =>
        Enum.TryParse<ActivityKind>(form["kind"], out var kind) && Enum.IsDefined(kind) && kind != ActivityKind.Rest
            ? kind
            : null;

    private double? UnitsIn(IFormCollection form) =>
        int.TryParse(form["size"], CultureInfo.InvariantCulture, out var size) && size >= 0 && size < rules.Units.Count
            ? rules.Units[size]
            : null;
}
