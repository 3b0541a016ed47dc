using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Food;

/// <summary>How Mediterranean a week was, 0 to 13: content/food/score.yaml. Compared with oneself; never a verdict.</summary>
public sealed class FoodScore
{
    private const string Yes = "yes",
        No = "no";

    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static FoodScore Read(ContentFolder content) => content.Read<FoodScore>("food/score.yaml");

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];
    public List<ScoreItem> Items { get; set; } = [];
    public int UsualWeeks { get; set; }
    public int LeastLoggedDays { get; set; }

    public int Top => Items.Count;

    /// <summary>The points of a week; null unless every question was answered: what was not said is no "no".</summary>
    public int? PointsOf(FoodWeek week)
    {
        var answers = AnswersOf(week);
        return Items.TrueForAll(i => answers.ContainsKey(i.Id)) ? Items.Count(i => answers[i.Id]) : null;
    }

    /// <summary>What was answered, by item; items that are no more are left out.</summary>
    public IReadOnlyDictionary<string, bool> AnswersOf(FoodWeek week) =>
        week
            .Answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('='))
            .Where(a => a is [_, Yes or No] && Items.Exists(i => i.Id == a[0]))
            .DistinctBy(a => a[0])
            .ToDictionary(a => a[0], a => a[1] == Yes);

    /// <summary>As <see cref="FoodWeek.Answers"/> keeps it.</summary>
    /// <param name="said">By item "yes" or "no"; anything else was not answered.</param>
    public string Write(Func<string, string?> said) =>
        string.Join(' ', Items.Where(i => said(i.Id) is Yes or No).Select(i => $"{i.Id}={said(i.Id)}"));

    /// <summary>
    /// Weeks that do not overlap, the newest first: each at least seven days before the one after it. What was answered in
    /// between is left out, so that no day counts twice.
    /// </summary>
    public static IReadOnlyList<FoodWeek> Apart(IEnumerable<FoodWeek> weeks)
    {
        var apart = new List<FoodWeek>();
        foreach (var week in weeks.OrderByDescending(w => (w.Day, w.Id)))
            if (apart.Count == 0 || IsApart(week.Day, apart[^1].Day))
                apart.Add(week);
        return apart;
    }

    /// <summary>
    /// The week that is answered on a day, of the seven days up to it. Only one of the same day is corrected: the answers of
    /// another day are of other days.
    /// </summary>
    /// <returns>The week so far and what it becomes; the first is null for a new one.</returns>
    public static (FoodWeek? Before, FoodWeek Week) AnswerOn(IEnumerable<FoodWeek> weeks, LocalDate day, string answers)
    {
        var same = weeks.Where(w => w.Day == day).MaxBy(w => w.Id);
        return same is not null
            ? (same, same with { Answers = answers })
            : (
                null,
                new FoodWeek
                {
                    Id = Recorded.ImportId("food-week", $"{day:uuuu-MM-dd}"),
                    Day = day,
                    Answers = answers,
                }
            );
    }

    private static bool IsApart(LocalDate week, LocalDate later) => Period.DaysBetween(week, later) >= DaysOfWeek;

    private const int DaysOfWeek = 7;

    /// <summary>The middle of the weeks before; null until there are enough of them.</summary>
    /// <param name="points">Of the weeks before, in any order.</param>
    public double? UsualOf(IReadOnlyCollection<int> points)
    {
        var sorted = points.Order().ToList();
        return sorted.Count < UsualWeeks ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }

    /// <summary>On how many of the logged days a tag was eaten; null where too few days were logged to say so.</summary>
    /// <param name="meals">Of the last seven days.</param>
    public (int Days, int Logged)? FromLog(ScoreItem item, IReadOnlyCollection<Meal> meals)
    {
        var days = meals.GroupBy(m => m.Day).ToList();
        if (item.Tag is null || days.Count < LeastLoggedDays)
            return null;
        return (days.Count(d => d.Any(m => m.TagIds().Contains(item.Tag))), days.Count);
    }
}
