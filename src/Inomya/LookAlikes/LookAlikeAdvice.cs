using Inomya.Laboratory;
using Inomya.RedFlags;

namespace Inomya.LookAlikes;

/// <summary>
/// The one advice of a look-alike: a red flag that is so now, results that laboratories phone through, or how soon to
/// bring it up. Only the most urgent.
/// </summary>
/// <param name="Flag">Set when a red flag is the most urgent.</param>
/// <param name="Critical">Not empty when results are; the most urgent first.</param>
public sealed record LookAlikeAdvice(RaisedFlag? Flag, IReadOnlyList<CriticalResult> Critical)
{
    /// <summary>Neither a flag nor a result is more urgent: what the illness itself says counts.</summary>
    public bool IsUsual => Flag is null && Critical.Count == 0;

    public static LookAlikeAdvice Of(
        LookAlikeCatalogue content,
        LookAlikeReview review,
        RedFlagCatalogue flags,
        LabReadings readings
    )
    {
        var flag = MostUrgent(flags, Answers(review));
        var critical = CriticalFor(content, review, readings);
        var (byFlag, byResult) = (Rank(flag?.Urgency), Rank(critical.Count > 0 ? critical[0].Soon : null));
        // two weeks of a flag do not slow down an illness that should be seen this week
        var usual = review.Standing == LookAlikeStanding.Ask ? Rank(review.Of.See) : 0;
        if (flag is not null && byFlag >= Math.Max(byResult, usual))
            return new(flag, []);
        return byResult > 0 && byResult >= usual ? new(null, critical) : new(null, []);
    }

    private static RaisedFlag? MostUrgent(RedFlagCatalogue flags, Dictionary<string, bool> answers) =>
        flags.Raised(answers) is [var first, ..] ? first : null;

    /// <summary>Results of its tests, and those that speak for it.</summary>
    private static IReadOnlyList<CriticalResult> CriticalFor(
        LookAlikeCatalogue content,
        LookAlikeReview review,
        LabReadings readings
    ) =>
        readings.ToBeSeen(r =>
            review.Tests.Any(t => content.IsOf(t.Test, r)) || review.Speaks.Any(s => s.Lab?.Id == r.Id)
        );

    /// <summary>What the red flags are asked: only signs that are so now.</summary>
    private static Dictionary<string, bool> Answers(LookAlikeReview review)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var sign in review.Flags.Where(f => f.IsNow is true))
            Answer(answers, sign.Flag);
        return answers;
    }

    private static void Answer(Dictionary<string, bool> answers, SignFlag flag)
    {
        answers[flag.Flag] = true;
        if (flag.More is { } more)
            answers[$"{flag.Flag}.{more}"] = true;
    }

    /// <summary>What a flag would call for if its sign were so now; null when it raises none.</summary>
    public static RaisedFlag? IfSo(SignFlag flag, RedFlagCatalogue flags)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        Answer(answers, flag);
        return MostUrgent(flags, answers);
    }

    private static int Rank(Urgency? urgency) =>
        urgency switch
        {
            null => 0,
            Urgency.Now => 5,
            Urgency.Today => 4,
            Urgency.Week => 3,
            _ => 2,
        };

    private static int Rank(HowSoon? soon) =>
        soon switch
        {
            null => 0,
            HowSoon.Now => 5,
            HowSoon.Today => 4,
            _ => 3,
        };

    private static int Rank(string see) =>
        see switch
        {
            "week" => 3,
            "two-weeks" => 2,
            _ => 1,
        };
}
