using Inomya.Content;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Food;

/// <summary>Takes what the person says of a day of their food trial: that it went as the plan says, or otherwise.</summary>
public sealed class FoodTrialForms(PersonJournal person, MeasureCatalogue measures, FoodTrialRules rules) : IKeptForms
{
    public const string Name = "food-day";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => PageOf(form);

    public static string PageOf(IFormCollection form) => form["to"] == "/" ? "/" : "/food/trial";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        KeptResult.RecordedOrThere(await TakeAsync(form, stop));

    /// <summary>Null when the journal says this already, or when the trial has no such day.</summary>
    public async Task<Change?> TakeAsync(IFormCollection form, CancellationToken stop = default)
    {
        if (!Guid.TryParse(form["experiment"], out var experiment) || IsoDay.DayOf(form["day"]) is not { } day)
            return null;
        var book = new FoodTrialBook(await person.OpenAsync(), measures, rules);
        return await Journal.DecideAsync(() =>
            book.KeepAsync(experiment, day, AdherenceIn(form), form["submission"], stop)
        );
    }

    private static Adherence? AdherenceIn(IFormCollection form) =>
        Enum.TryParse<Adherence>(form["kept"], out var how) && Enum.IsDefined(how) ? how : null;
}
