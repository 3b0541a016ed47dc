using Inomya.Content;
using Inomya.Guide;
using Inomya.Series;

namespace Inomya.Web.Shell;

/// <summary>
/// Doors that a person does not see: everything about food, where an eating disorder is known. No place, no search and
/// no step of Today leads there; who goes there by address is told that it is put away and how to bring it back.
/// </summary>
public sealed class HiddenDoors(PersonJournal person, MeasureCatalogue catalogue, GuideShelf guide)
{
    public const string Food = "food";

    private Task<bool>? _food;

    /// <summary>Is everything about food put away?</summary>
    public Task<bool> HidesFoodAsync() => _food ??= ReadAsync();

    private async Task<bool> ReadAsync() =>
        await FoodPutAway.IsAsync(await person.OpenAsync(), catalogue.Food, person.Stop);

    /// <summary>The doors that are seen, in order.</summary>
    public async Task<IReadOnlyList<string>> SeenAsync(IEnumerable<string> doors) =>
        doors.Contains(Food) && await HidesFoodAsync() ? [.. doors.Where(d => d != Food)] : [.. doors];

    /// <summary>The tools whose pages are seen, in order.</summary>
    public async Task<IReadOnlyList<(string Tool, string Path)>> SeenAsync(
        IEnumerable<(string Tool, string Path)> tools
    )
    {
        var seen = new List<(string Tool, string Path)>();
        foreach (var tool in tools)
            if (!await HidesAsync(tool.Path))
                seen.Add(tool);
        return seen;
    }

    /// <summary>Does an address lead through a door that is not seen?</summary>
    public async Task<bool> HidesAsync(string path) => (IsFood(path) || IsAboutFood(path)) && await HidesFoodAsync();

    /// <summary>The first of these tools that has a page which is seen; null when none has.</summary>
    public async Task<(string Tool, string Path)?> FirstAsync(Rooms rooms, IEnumerable<string> tools)
    {
        foreach (var tool in rooms.All(tools))
            if (!await HidesAsync(tool.Path))
                return tool;
        return null;
    }

    /// <summary>Those whose pages are seen, in order.</summary>
    /// <param name="pathOf">The address of the page of one.</param>
    public async Task<IReadOnlyList<T>> SeenAsync<T>(IEnumerable<T> things, Func<T, string> pathOf)
    {
        var hides = await HidesFoodAsync();
        return [.. things.Where(t => !hides || !(IsFood(pathOf(t)) || IsAboutFood(pathOf(t))))];
    }

    /// <summary>
    /// Where the pages are that are put away now, each with all below it and a slash at its end; none while nothing is.
    /// </summary>
    public async Task<IReadOnlyList<string>> PutAwayAsync() =>
        await HidesFoodAsync()
            ? [$"/{Food}/", $"/programmes/{Food}/", .. catalogue.Food.PutAwayPages.Select(p => $"{p}/")]
            : [];

    /// <summary>The room itself, all below it, and a programme of that name.</summary>
    private static bool IsFood(string path) =>
        path.Trim('/').Split('/', '?', '#') is [Food, ..] or ["programmes", Food, ..];

    /// <summary>An article of the guide on that topic, or a page of another room that content names.</summary>
    private bool IsAboutFood(string path) =>
        catalogue.Food.PutAwayPages.Contains(path)
        || path.Trim('/').Split('/', '?', '#') is ["guide", var id, ..]
            && guide.In(Words.Fallback).Find(id)?.Topic == Food;
}
