using Inomya.Journals;
using NodaTime;

namespace Inomya.Checkins;

/// <summary>
/// What a person's own check-ins say about which questions need asking, and which answers are likely.
/// </summary>
/// <remarks>
/// Nothing is filled in from it: a question that stays the same is folded away and can be confirmed with one tap, and
/// an answer counts only when it was given.
/// It looks at the days before (<see cref="DayRead.DaysBefore"/>) and at nothing else, so it is the same for everyone
/// who looks at that day.
/// </remarks>
public sealed class Habits
{
    /// <summary>So many answers in a row that are all the same make a question steady.</summary>
    public const int SameInARow = 5;

    /// <summary>A question that was left empty in all of so many check-ins in a row is not asked at first.</summary>
    public const int EmptyInARow = 10;

    /// <summary>So many answers are offered first.</summary>
    public const int Offered = 4;

    private readonly Dictionary<string, List<PastValue>> _answers;
    private readonly List<LocalDate> _days;

    public Habits(DayRead read)
    {
        var typed = read.Before.Where(p => p.Source == Checkin.Source && p.Region is null).ToList();
        _days = [.. typed.Where(p => p.Measure != "bad_day").Select(p => p.Day).Distinct()];
        _answers = typed.GroupBy(p => p.Measure).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>The answer that was given each of the last times; null when they differed or were too few.</summary>
    public double? Steady(string measure) =>
        _answers.GetValueOrDefault(measure) is { Count: >= SameInARow } all
        && all.TakeLast(SameInARow).Select(p => p.Value).Distinct().Count() == 1
            ? all[^1].Value
            : null;

    /// <summary>The question was on offer at each of the last check-ins and left empty.</summary>
    public bool IsLeftEmpty(string measure) =>
        _days.Count >= EmptyInARow
        && (!_answers.TryGetValue(measure, out var all) || all.Max(p => p.Day) < _days[^EmptyInARow]);

    /// <summary>
    /// The answers given most often, in order of size; among equals those given last. Empty when it was hardly ever
    /// answered.
    /// </summary>
    public IReadOnlyList<double> Likely(string measure) =>
        _answers.GetValueOrDefault(measure) is not { Count: >= SameInARow } all
            ? []
            :
            [
                .. all.Select((answer, i) => (value: answer.Value, i))
                    .GroupBy(v => v.value)
                    .OrderByDescending(g => g.Count())
                    .ThenByDescending(g => g.Max(v => v.i))
                    .Take(Offered)
                    .Select(g => g.Key)
                    .Order(),
            ];
}
