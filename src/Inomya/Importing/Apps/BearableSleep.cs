using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>
/// The nights of Bearable: "9:45" hours, and words beside them that say from when to when ("Asleep 02:45 - 12:30. In bed
/// 02:15 - 13:15. Nap 4h (mid)").
/// </summary>
internal sealed partial class BearableSleep(DiaryFacts facts)
{
    private const string Device = "Bearable";

    public void Read(DiaryRow row, DiaryTime at)
    {
        if (SpanOf(Asleep(), row, at) is { } asleep)
            AddSpans(row, at, asleep);
        else
            AddHours(row, at);
        if (Nap().Match(row["detail"]) is { Success: true } nap)
            facts.AmountOf(at, "sleep_nap", "Nap", HoursOf(nap), "h");
    }

    private void AddHours(DiaryRow row, DiaryTime at)
    {
        if (WrittenDuration.Hours(row["rating/amount"]) is { } hours)
            facts.AmountOf(at, "sleep_hours", "Sleep", hours, "h");
        else
            facts.Refuse(row.Line, RefusalReason.NotATime, row["rating/amount"], "rating/amount");
    }

    /// <summary>What it says of the bed belongs to another night where the sleep is not within it.</summary>
    private void AddSpans(DiaryRow row, DiaryTime at, (Instant Start, Instant End) asleep)
    {
        facts.Sleep(Device, asleep.Start, asleep.End, SleepStage.Asleep, row.Line);
        if (SpanOf(InBed(), row, at) is { } inBed && inBed.Start <= asleep.Start && inBed.End >= asleep.End)
            facts.Sleep(Device, inBed.Start, inBed.End, SleepStage.InBed, row.Line);
    }

    /// <summary>The day of the row is the one of waking.</summary>
    private (Instant Start, Instant End)? SpanOf(Regex form, DiaryRow row, DiaryTime at)
    {
        var match = form.Match(row["detail"]);
        if (
            ClockTime.Parse(match.Groups[1].Value) is not { } from
            || ClockTime.Parse(match.Groups[2].Value) is not { } to
        )
            return null;
        var start = (from > to ? at.Day.PlusDays(-1) : at.Day) + from;
        return (facts.Days.At(start), facts.Days.At(at.Day + to));
    }

    private static double HoursOf(Match nap) => NumberOf(nap.Groups[1]) + NumberOf(nap.Groups[3]) / 60;

    private static double NumberOf(Group figures) =>
        figures.Success ? double.Parse(figures.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("Asleep ([0-9]{1,2}:[0-9]{2}) - ([0-9]{1,2}:[0-9]{2})")]
    private static partial Regex Asleep();

    [GeneratedRegex("In bed ([0-9]{1,2}:[0-9]{2}) - ([0-9]{1,2}:[0-9]{2})")]
    private static partial Regex InBed();

    [GeneratedRegex("Nap ([0-9]{1,2})h( ?([0-9]{1,2})m)?")]
    private static partial Regex Nap();
}
