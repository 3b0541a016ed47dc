using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Turns what was logged in Nomie into facts: "#pain(7) after #walk(00:20:00) with @friend +home".</summary>
/// <remarks>
/// A number in brackets is the value of its tracker, hours and minutes are seconds, and no brackets are once. People are
/// passed over: their days are not ours to keep. A log with words of its own is kept as a note as well.
/// </remarks>
internal sealed partial class NomieReader(DiaryFacts facts, IReadOnlyDictionary<string, NomieTracker> trackers)
{
    private const string App = "Nomie";

    /// <summary>Beyond these a number is no moment of a life.</summary>
    private const double FirstMillisecond = -5e12,
        LastMillisecond = 3e13;

    /// <param name="milliseconds">Since 1970; null where none are given.</param>
    public void Read(long line, double? milliseconds, string note)
    {
        if (!IsDated(line, milliseconds, out var at))
            return;
        var before = facts.Traces;
        var words = note.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
            ReadWord(at, word);
        if (words.Any(w => !Token().IsMatch(w)))
            facts.Write(at, note);
        if (facts.Traces == before)
            facts.PassOver("note");
    }

    private bool IsDated(long line, double? milliseconds, out DiaryTime at)
    {
        var shown = milliseconds?.ToString("F0", CultureInfo.InvariantCulture) ?? "";
        return facts.IsDated(line, "end", shown, TimeOf(milliseconds), out at);
    }

    private static WrittenTime? TimeOf(double? milliseconds)
    {
        if (milliseconds is not (> FirstMillisecond and < LastMillisecond and var since))
            return null;
        var instant = Instant.FromUnixTimeMilliseconds((long)since);
        return new WrittenTime(instant.InUtc().LocalDateTime, instant, true);
    }

    private void ReadWord(DiaryTime at, string word)
    {
        if (Token().Match(word) is not { Success: true } token)
            return;
        var name = token.Groups["name"].Value;
        if (token.Groups["kind"].Value == "@")
            facts.PassOver("@");
        else if (token.Groups["kind"].Value == "+")
            facts.Answer(at, "context", name);
        else
            ReadValue(at, name, token.Groups["value"].Success ? token.Groups["value"].Value : "1");
    }

    private void ReadValue(DiaryTime at, string tag, string written)
    {
        var tracker = trackers.GetValueOrDefault(tag) ?? new NomieTracker(tag, null, IsTimer: false, IsTick: true);
        if (WrittenDuration.Seconds(written) is { } seconds)
            facts.Amount(at, App, tracker.Name, seconds, "s", DailyRule.Sum);
        else if (WrittenNumber.Of(written).WithPoint is { } value)
            AddNumber(at, tracker, value);
        else
            facts.Refuse(at.Line, RefusalReason.NotANumber, written, $"#{tag}");
    }

    private void AddNumber(DiaryTime at, NomieTracker tracker, double value)
    {
        if (tracker.Scale is { } scale)
            facts.Rate(at, tracker.Name, value, scale, Better.Neither);
        else
            facts.Amount(at, App, tracker.Name, value, tracker.IsTimer ? "s" : "1", DailyOf(tracker));
    }

    private static DailyRule DailyOf(NomieTracker tracker) =>
        tracker.IsTick || tracker.IsTimer ? DailyRule.Sum : DailyRule.Mean;

    [GeneratedRegex(@"^(?<kind>[#@+])(?<name>[^\s()]*[^\s().,!?:'’])(\((?<value>[^()]*)\))?[.,!?:]*$")]
    private static partial Regex Token();
}
