namespace Inomya.Web.Accounts;

/// <summary>What a browser calls itself, in two names that people know. Only to be told apart in a list: it can say anything.</summary>
internal static class DeviceNames
{
    /// <summary>The more special first: each says that it is like those after it.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as "Firefox, Android"; empty where neither is known.</summary>
    public static string Of(string? agent) =>
        string.Join(", ", new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(name => name.Length > 0));

    private static string Find((string Mark, string Name)[] known, string? agent) =>
        known.FirstOrDefault(k => agent?.Contains(k.Mark, StringComparison.Ordinal) == true).Name ?? "";
}
