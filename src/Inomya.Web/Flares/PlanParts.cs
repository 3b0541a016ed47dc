using Inomya.Journals;

namespace Inomya.Web.Flares;

/// <summary>The parts of a flare plan in the order in which they are needed; each name is the end of the keys plan.part.NAME and plan.hint.NAME.</summary>
internal static class PlanParts
{
    public static IReadOnlyList<string> Names { get; } =
    ["early-signs", "first-hour", "first-day", "medicines", "people", "work-message", "seek-care", "way-back"];

    /// <summary>The parts that were written.</summary>
    public static IReadOnlyList<(string Part, string Text)> Of(FlarePlan? plan) =>
        [
            .. Names
                .Select(n => (Part: n, Text: TextOf(plan, n)))
                .Where(p => p.Text is not null)
                .Select(p => (p.Part, p.Text!)),
        ];

    public static string? TextOf(FlarePlan? plan, string part) =>
        part switch
        {
            "early-signs" => plan?.EarlySigns,
            "first-hour" => plan?.FirstHour,
            "first-day" => plan?.FirstDay,
            "medicines" => plan?.Medicines,
            "people" => plan?.People,
            "work-message" => plan?.WorkMessage,
            "seek-care" => plan?.SeekCare,
            _ => plan?.WayBack,
        };

    /// <summary>A plan from what was typed; a part left empty is null.</summary>
    public static FlarePlan From(Func<string, string?> typed)
    {
        string? Text(string part) => string.IsNullOrWhiteSpace(typed(part)) ? null : typed(part)!.Trim();
        return new FlarePlan
        {
            EarlySigns = Text("early-signs"),
            FirstHour = Text("first-hour"),
            FirstDay = Text("first-day"),
            Medicines = Text("medicines"),
            People = Text("people"),
            WorkMessage = Text("work-message"),
            SeekCare = Text("seek-care"),
            WayBack = Text("way-back"),
        };
    }
}
