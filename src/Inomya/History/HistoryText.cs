using Inomya.Content;
using Inomya.Journals;

namespace Inomya.History;

/// <summary>A person's story in the order in which a doctor writes a history.</summary>
public static class HistoryText
{
    /// <summary>From the complaint to the family.</summary>
    public static IReadOnlyList<HistoryKind> Order { get; } =
    [
        HistoryKind.Onset,
        HistoryKind.Event,
        HistoryKind.Cause,
        HistoryKind.Worse,
        HistoryKind.Better,
        HistoryKind.Tried,
        HistoryKind.Condition,
        HistoryKind.Family,
        HistoryKind.Imaging,
    ];

    /// <summary>
    /// The parts that have something in them; within each what comes first in time stands first, what has no time last.
    /// </summary>
    public static IReadOnlyList<HistorySection> Write(Words words, IEnumerable<HistoryItem> items) =>
        [
            .. from kind in Order
            let of = InOrder(items.Where(i => i.Kind == kind))
            where of.Count > 0
            select new HistorySection(
                kind,
                words[$"history.kind.{kind.ToString().ToLowerInvariant()}"],
                [.. of.Select(i => Sentence(words, i))]
            ),
        ];

    public static IReadOnlyList<HistoryItem> InOrder(IEnumerable<HistoryItem> items) =>
        [.. items.OrderBy(i => i.Since is null).ThenBy(i => i.Since, StringComparer.Ordinal).ThenBy(i => i.Id)];

    /// <summary>"March 2019 to 2021: text." or "Since 2019: text." for what goes on.</summary>
    public static string Sentence(Words words, HistoryItem item)
    {
        var text = Ended(item.Text.Trim());
        if (KeyOfTime(item) is not { } key)
            return text;
        return words[
            key,
            ("since", Day(words, item.Since)),
            ("when", Day(words, item.Since)),
            ("until", Day(words, item.Until)),
            ("text", text)
        ];
    }

    private static string Ended(string text) => text.Length > 0 && !char.IsPunctuation(text[^1]) ? text + "." : text;

    /// <summary>Which sentence tells when it was; null when nothing says so.</summary>
    private static string? KeyOfTime(HistoryItem item) =>
        (item.Since, item.Until) switch
        {
            ({ } since, { } until) => since == until ? "history.at" : "history.from-to",
            ({ }, null) => GoesOn(item.Kind) ? "history.since" : "history.at",
            (null, { }) => "history.until",
            _ => null,
        };

    private static string? Day(Words words, string? partial) => partial is null ? null : words.PartialDay(partial);

    /// <summary>An event happens once; a condition without an end goes on.</summary>
    private static bool GoesOn(HistoryKind kind) =>
        kind is HistoryKind.Condition or HistoryKind.Worse or HistoryKind.Better or HistoryKind.Tried;
}
