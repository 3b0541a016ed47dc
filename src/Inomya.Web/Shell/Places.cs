namespace Inomya.Web.Shell;

/// <summary>The map of the app: five places at the thumb, "you" at the top, and every page in one of them.</summary>
/// <remarks>A page belongs to the door whose address its own begins with. Why so: docs/decisions/2611-places.md.</remarks>
public static class Places
{
    /// <summary>How am I against my usual, what now, what next.</summary>
    public static Place Today { get; } = new("today", "/", [new("now", ["checkin", "now"])], ["search"]);

    /// <summary>What the person records.</summary>
    public static Place Journal { get; } =
        new(
            "journal",
            "/journal",
            [
                new("days", ["days", "weekly-review", "body"]),
                new("answers", ["questionnaires", "red-flags"]),
                new("life", ["function", "history", "costs"]),
            ],
            []
        );

    /// <summary>What may make it better, and what it did.</summary>
    public static Place Relieve { get; } =
        new(
            "relieve",
            "/relieve",
            [
                new("flare", ["flare", "flare-plan", "flares", "pacing"]),
                new("programmes", ["programmes", "writing", "movement", "sleep", "calm", "food"]),
                new("tried", ["treatments", "what-helped", "experiments"]),
                new("known", ["evidence"]),
            ],
            []
        );

    /// <summary>What the days say, and what studies say.</summary>
    public static Place Understand { get; } =
        new(
            "understand",
            "/understand",
            [
                new("own", ["findings", "scores", "long-view", "early-warning"]),
                new("read", ["guide", "risk-factors", "look-alikes"]),
            ],
            []
        );

    /// <summary>Medicines kept safe, results, and what goes to the doctor.</summary>
    public static Place Care { get; } =
        new(
            "care",
            "/care",
            [
                new("medicines", ["doses", "medicines", "allergies", "reminders"]),
                new("visits", ["visit", "report", "phrases", "card", "appointments", "work", "laboratory"]),
                new("others", ["support"]),
            ],
            []
        );

    /// <summary>The person, this app and this device; behind the initial at the top.</summary>
    public static Place You { get; } =
        new(
            "you",
            "/you",
            [
                new(
                    "app",
                    [
                        "start",
                        "look",
                        "device",
                        "account",
                        "import",
                        "bridges",
                        "backup",
                        "export",
                        "access",
                        "links",
                        "forget",
                    ]
                ),
            ],
            ["design", "offline", "error", "sign-in", "join", "pair"]
        );

    /// <summary>At the thumb, from left to right.</summary>
    public static IReadOnlyList<Place> AtTheThumb { get; } = [Today, Journal, Relieve, Understand, Care];

    public static IReadOnlyList<Place> All { get; } = [.. AtTheThumb, You];

    private static readonly Dictionary<string, Place> ByDoor = All.SelectMany(
            place => place.Doors.Concat(place.Besides).Append(place.Path.Trim('/')),
            (place, door) => (place, door)
        )
        .ToDictionary(d => d.door, d => d.place, StringComparer.OrdinalIgnoreCase);

    /// <summary>The place that a page is in; null for an address that is no page.</summary>
    public static Place? Of(string path) => ByDoor.GetValueOrDefault(FirstPart(path));

    /// <summary>Where the way back leads when it is not known where one came from: the room, then its place.</summary>
    /// <returns>Null on the page of a place itself.</returns>
    public static (string Path, string Words)? Above(string path)
    {
        var place = Of(path);
        if (place is null || path == place.Path)
            return null;
        var room = $"/{FirstPart(path)}";
        return path == room ? (place.Path, $"place.{place.Id}") : (room, $"door.{FirstPart(path)}");
    }

    private static string FirstPart(string path) => path.Trim('/').Split('/')[0];
}
