using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Checkins;

/// <summary>Which of the questions of every day a person wants to be asked first.</summary>
/// <remarks>The others stay on the check-in, folded away: anything can be recorded at any time.</remarks>
public static class Tracked
{
    /// <summary>The setting: ids of measures, a blank between; not there when nothing was chosen.</summary>
    public static readonly SettingKey Setting = new("tracked");

    /// <summary>The setting that asks what got done before it asks for pain: "function", or not there.</summary>
    public static readonly SettingKey FirstSetting = new("asked-first");

    private const string Group = "core",
        Function = "function";

    /// <summary>What can be chosen from.</summary>
    public static IReadOnlyList<Measure> Offered(MeasureList measures) => [.. measures.All.Where(m => m.Ask == Group)];

    /// <summary>Is it asked first? All are, while nothing was chosen.</summary>
    public static bool Is(Measure measure, IReadOnlyDictionary<SettingKey, string> settings) =>
        measure.Ask != Group
        || settings.GetValueOrDefault(Setting) is not { Length: > 0 } chosen
        || chosen.Split(' ').Contains(measure.Id);

    /// <summary>The setting of a choice; ids that are not offered are left out.</summary>
    /// <returns>Empty when nothing that is offered was chosen: then all are asked.</returns>
    public static string SettingOf(IEnumerable<string> chosen, MeasureList measures) =>
        string.Join(' ', Offered(measures).Select(m => m.Id).Intersect(chosen));

    /// <summary>Is what got done asked before pain?</summary>
    public static bool IsFunctionFirst(IReadOnlyDictionary<SettingKey, string> settings) =>
        settings.GetValueOrDefault(FirstSetting) == Function;

    public static Task SetFunctionFirstAsync(Journal journal, bool first) =>
        journal.SetAsync(FirstSetting, first ? Function : "");

    /// <summary>The questions in the order in which the person wants to be asked.</summary>
    public static IEnumerable<Measure> InOrder(
        IEnumerable<Measure> measures,
        IReadOnlyDictionary<SettingKey, string> settings
    ) => IsFunctionFirst(settings) ? measures.OrderByDescending(m => m.Id == Function) : measures;
}
