using Inomya.Journals;

namespace Inomya.Function;

/// <summary>The few activities that a person wants to be asked about each day.</summary>
public static class FollowedActivities
{
    /// <summary>How they are kept: ids with a blank between, in the person's order.</summary>
    public static readonly SettingKey Setting = new("function-followed");

    /// <summary>What the person chose, as far as content still has it; empty while they chose nothing.</summary>
    public static IReadOnlyList<FunctionActivity> Of(
        IReadOnlyDictionary<SettingKey, string> settings,
        FunctionShelf shelf
    ) =>
        [
            .. settings
                .GetValueOrDefault(Setting, "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(shelf.Find)
                .OfType<FunctionActivity>()
                .Distinct(),
        ];

    /// <summary>Keeps the choice; what content does not have is left out.</summary>
    public static Task SetAsync(
        Journal journal,
        FunctionShelf shelf,
        IEnumerable<string> activities,
        CancellationToken stop = default
    ) =>
        journal.SetAsync(
            Setting,
            string.Join(' ', shelf.Activities.Select(a => a.Id).Where(activities.Contains)),
            stop
        );
}
