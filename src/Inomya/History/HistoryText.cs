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
        var text = item.Text.Trim();
        if (text.Length > 0 && !char.IsPunctuation(text[^1]))
            text += ".";
        return (item.Since, item.Until) switch
        {
            ({ } since, { } until) when since == until => words[
                "history.at",
                ("when", words.PartialDay(since)),
                ("text", text)
            ],
            ({ } since, { } until) => words[
                "history.from-to",
                ("since", words.PartialDay(since)),
                ("until", words.PartialDay(until)),
                ("text", text)
            ],
            ({ } since, null) => words[
                GoesOn(item.Kind) ? "history.since" : "history.at",
                ("since", words.PartialDay(since)),
                ("when", words.PartialDay(since)),
                ("text", text)
            ],
            (null, { } until) => words["history.until", ("until", words.PartialDay(until)), ("text", text)],
            _ => text,
        };
    }

    /// <summary>An event happens once; a condition without an end goes on.</summary>
    private static bool GoesOn(HistoryKind kind) =>
        kind is HistoryKind.Condition or HistoryKind.Worse or HistoryKind.Better or HistoryKind.Tried;
}
