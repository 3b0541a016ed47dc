using Inomya.Journals;

namespace Inomya.Web.Shell;

/// <summary>Whether a person was shown round; kept as a choice of theirs.</summary>
public static class FirstStart
{
    private const string Shown = "shown";

    private static readonly SettingKey Setting = new("first-start");

    /// <summary>They went through it, or would rather not.</summary>
    public static bool IsDone(IReadOnlyDictionary<SettingKey, string> settings) => settings.ContainsKey(Setting);

    public static Task DoneAsync(Journal journal) => journal.SetAsync(Setting, Shown);
}
