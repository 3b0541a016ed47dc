namespace Inomya.Importing.Apps;

/// <summary>The names, in the app's languages, under which diaries rate what we have a measure for.</summary>
internal static class OurNames
{
    private static readonly Dictionary<string, string> Ratings = new(StringComparer.Ordinal)
    {
        ["pain"] = "pain",
        ["overall pain"] = "pain",
        ["dolor"] = "pain",
        ["fatigue"] = "fatigue",
        ["fatiga"] = "fatigue",
        ["brain fog"] = "fog",
        ["brainfog"] = "fog",
        ["niebla mental"] = "fog",
        ["stiffness"] = "stiffness",
        ["rigidez"] = "stiffness",
        ["mood"] = "mood",
        ["estado de ánimo"] = "mood",
        ["stress"] = "stress",
        ["estrés"] = "stress",
        ["sleep quality"] = "sleep_quality",
        ["calidad del sueño"] = "sleep_quality",
    };

    /// <summary>The measure of ours for a name that is rated on a scale; null where it is the person's own.</summary>
    public static string? RatingOf(string name) => Ratings.GetValueOrDefault(Plain(name));

    /// <summary>A name is one whatever its capitals and the spaces around it.</summary>
    public static string Plain(string name) => name.Trim().ToLowerInvariant();
}
