using Inomya.Content;
using Inomya.Medicines;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>Says what to know before one more dose.</summary>
public static class BeforeWords
{
    /// <summary>One sentence a warning.</summary>
    /// <param name="clock">The time of day of an instant, where the person is.</param>
    public static IReadOnlyList<string> Sentences(
        this Words words,
        BeforeTaking before,
        Instant now,
        Func<Instant, string> clock
    ) =>
        [
            .. before.Warnings.Select(w =>
                w.Verified
                    ? words.Sentence(w, now, clock)
                    : words["medicine-check.not-verified", ("text", words.Sentence(w, now, clock))]
            ),
        ];

    /// <summary>"2 h 10 min ago", "38 min ago"; "just now" within the last minute.</summary>
    public static string Ago(this Words words, Duration time)
    {
        const int minutesInHour = 60;
        if (time < Duration.FromMinutes(1))
            return words["dosing.just-now"];
        var (h, m) = Math.DivRem((int)time.TotalMinutes, minutesInHour);
        return words["dosing.ago", ("time", words.Length(h, m))];
    }

    private static string Length(this Words words, int hours, int minutes) =>
        hours == 0 ? words["dosing.minutes", ("m", minutes)]
        : minutes == 0 ? words["dosing.hours", ("h", hours)]
        : words["dosing.hours-minutes", ("h", hours), ("m", minutes)];

    private static string WhoseLabel(this Words words, LabelOf label) =>
        words[$"medicine-check.whose.{label.ToString().ToLowerInvariant()}"];

    private static string Sentence(this Words words, DoseWarning warning, Instant now, Func<Instant, string> clock) =>
        warning switch
        {
            DoseWarning.TooSoon soon => words.Sentence(soon, now, clock),
            DoseWarning.TooOften often => words.Sentence(often),
            DoseWarning.TooMuch much => words.Sentence(much),
            DoseWarning.AmountOpen open => words.Sentence(open),
            _ => throw new ArgumentOutOfRangeException(nameof(warning)),
        };

    private static string Sentence(
        this Words words,
        DoseWarning.TooSoon soon,
        Instant now,
        Func<Instant, string> clock
    ) =>
        soon.Last is not { } last
            ? words["dosing.before.no-time", ("name", soon.Name), ("hours", soon.Hours)]
            : words[
                soon.IsOwn ? "dosing.before.own-apart" : "dosing.before.label-apart",
                ("name", soon.Name),
                ("time", clock(last)),
                ("ago", words.Ago(now - last)),
                ("hours", soon.Hours)
            ];

    private static string Sentence(this Words words, DoseWarning.TooOften often) =>
        words["dosing.before.own-most", ("name", often.Name), ("n", often.Taken), ("most", often.Most)];

    private static string Sentence(this Words words, DoseWarning.TooMuch much) =>
        words[
            "dosing.before.label-most",
            ("name", much.Name),
            ("amount", words.Dose(much.With.Value, much.With.Unit)),
            ("whose", words.WhoseLabel(much.Label)),
            ("limit", words.Dose(much.Most.Value, much.Most.Unit))
        ];

    private static string Sentence(this Words words, DoseWarning.AmountOpen open) =>
        words[
            "dosing.before.amount-open",
            ("name", open.Name),
            ("whose", words.WhoseLabel(open.Label)),
            ("limit", words.Dose(open.Most.Value, open.Most.Unit))
        ];
}
