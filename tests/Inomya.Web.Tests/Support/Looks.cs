namespace Inomya.Web.Tests.Support;

/// <summary>What every page is tried in.</summary>
public static class Looks
{
    public static IReadOnlyList<string> Themes { get; } = ["light", "dark", "night", "contrast"];

    /// <summary>Every theme on a phone and on a desk, for <c>[MemberData(nameof(Looks.OnEveryScreen), MemberType = typeof(Looks))]</c>.</summary>
    public static MatrixTheoryData<string, Screen> OnEveryScreen { get; } = new(Themes, [Screen.Phone, Screen.Desktop]);

    /// <summary>The cookie of a look.</summary>
    public static string Cookie(string theme, int size = 100) => $"{theme}.{size}.en";
}
