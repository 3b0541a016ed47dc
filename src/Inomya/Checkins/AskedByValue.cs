using System.Globalization;
using Inomya.Analysis;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Checkins;

/// <summary>
/// A person's choice to be asked only part of the questions of their own each day: those whose answers would tell most.
/// </summary>
/// <remarks>
/// What a person may be asked about is chosen beforehand and kept, so that a check-in works out nothing. Questions that
/// are not in the order are always asked: those of every day, and those made after it.
/// </remarks>
/// <param name="Until">The last day that the order holds for. After it all questions are asked again.</param>
/// <param name="PerDay">How many of them are asked on a day.</param>
/// <param name="Outcome">Column of what they were held against, such as "pain".</param>
/// <param name="Ranked">By measure id, the most valuable answer first.</param>
public sealed record AskedByValue(LocalDate Until, int PerDay, string Outcome, IReadOnlyList<AnswerValue> Ranked)
{
    /// <summary>
    /// How it is kept: "yyyy-MM-dd COUNT OUTCOME MEASURE=REASON ...", a blank between; empty or not there while all are
    /// asked.
    /// </summary>
    public static readonly SettingKey Setting = new("asked-by-value");

    private const int Heads = 3;

    /// <summary>Null while all questions are asked, and of a setting that does not read.</summary>
    public static AskedByValue? Of(IReadOnlyDictionary<SettingKey, string> settings)
    {
        var parts = settings.GetValueOrDefault(Setting, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length <= Heads
            || !LocalDatePattern.Iso.Parse(parts[0]).TryGetValue(default, out var until)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
            return null;
        var ranked = parts[Heads..].Select(ValueOf).ToList();
        return ranked.Contains(null) ? null : new AskedByValue(until, count, parts[2], ranked!);
    }

    /// <summary>
    /// Asks all questions again: a test that begins counts the days on which what it is about was answered.
    /// </summary>
    public static async Task AskAllAsync(Journal journal, CancellationToken stop = default)
    {
        if (Of(await journal.SettingsAsync(stop)) is not null)
            await journal.SetAsync(Setting, "", stop);
    }

    /// <summary>As <see cref="Of"/> reads it.</summary>
    public string Write() =>
        string.Join(
            ' ',
            Ranked
                .Select(v => $"{v.Factor}={v.Reason}")
                .Prepend(Outcome)
                .Prepend(PerDay.ToString(CultureInfo.InvariantCulture))
                .Prepend(LocalDatePattern.Iso.Format(Until))
        );

    /// <summary>Why a question is asked on a day; null of one that is always asked.</summary>
    public AskReason? WhyOn(LocalDate day, string measure) => On(day).FirstOrDefault(v => v.Factor == measure)?.Reason;

    /// <summary>It is not among those of this day. Who wants to answer it still can.</summary>
    public bool LeavesOut(LocalDate day, string measure) =>
        day <= Until && Ranked.Any(v => v.Factor == measure) && WhyOn(day, measure) is null;

    private IReadOnlyList<AnswerValue> On(LocalDate day) =>
        day > Until ? [] : AskingByValue.On(Ranked, PerDay, Period.DaysBetween(default, day));

    private static AnswerValue? ValueOf(string written, int place)
    {
        var parts = written.Split('=');
        return parts.Length == 2 && Enum.TryParse<AskReason>(parts[1], out var reason) && Enum.IsDefined(reason)
            ? new AnswerValue(parts[0], -place, reason)
            : null;
    }
}
