using Inomya.Journals;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>The rules of the sleep window: docs/methods/sleep-window.md says each with its source.</summary>
/// <remarks>
/// It only proposes; nothing changes until the person takes it. The gates come first, then a flare, then the numbers, so
/// that no number opens what a gate closed.
/// </remarks>
public sealed class WindowReviewer(SleepRules rules)
{
    private static readonly Dictionary<SleepWindowWay, int> Nothing = [];

    public WindowReview Review(WindowFacts facts)
    {
        var basis = BasisOf(facts);
        var advice = Before(facts) ?? (facts.Now is { } now ? OfWindow(facts, now, basis) : OfStart(facts, basis));
        return new WindowReview(advice, facts.Now, basis, MinutesOf(advice, facts.Now, basis), IsLowForWeeks(facts));
    }

    /// <summary>A window of a person, ready to be recorded from a review that proposes one.</summary>
    /// <exception cref="InvalidOperationException">The review proposes nothing that goes this way.</exception>
    public static SleepWindow Take(WindowReview review, LocalDate today, SleepWindowWay way, LocalTime rise) =>
        review.Minutes.TryGetValue(way, out var minutes)
            ? new SleepWindow
            {
                // one decision a day, whichever device sends it
                Id = Recorded.ImportId("sleep-window", $"{today:uuuu-MM-dd}"),
                Day = today,
                Rise = rise,
                Bed = rise.PlusMinutes(-minutes),
                Minutes = minutes,
                Step = StepOf(review.Advice),
                Way = way,
                Nights = review.Basis.Counted,
                OfNights = review.Basis.Days,
                Efficiency = review.Basis.Efficiency,
                MinutesAsleep = review.Basis.Asleep,
            }
            : throw new InvalidOperationException($"The review says {review.Advice}: there is no window to take.");

    /// <summary>Says that no window is kept any more.</summary>
    public static SleepWindow End(SleepWindow now, LocalDate today) =>
        now with
        {
            Id = Recorded.ImportId("sleep-window-end", $"{now.Id}"),
            Day = today,
            Step = SleepWindowStep.Ended,
            Nights = 0,
            OfNights = 0,
            Efficiency = null,
            MinutesAsleep = null,
        };

    private static SleepWindowStep StepOf(WindowAdvice advice) =>
        advice switch
        {
            WindowAdvice.Longer => SleepWindowStep.Longer,
            WindowAdvice.Shorter => SleepWindowStep.Shorter,
            _ => SleepWindowStep.Started,
        };

    /// <summary>What stands before every number; null when nothing does.</summary>
    private static WindowAdvice? Before(WindowFacts facts) =>
        facts.Gates.Closed.Count > 0 ? WindowAdvice.Closed
        : !facts.Gates.IsOpen ? WindowAdvice.Unanswered
        : facts.IsInFlare(facts.Today) ? WindowAdvice.InFlare
        : null;

    private WindowAdvice OfStart(WindowFacts facts, NightSummary basis) =>
        facts.Last is { } ended && IsTooSoonAfter(ended, facts.Today) ? WindowAdvice.TooSoon
        : !HasDiary(facts, basis) ? WindowAdvice.DiaryFirst
        : basis.Efficiency >= rules.StartBelow ? WindowAdvice.NotNeeded
        : basis.InBed <= rules.Floor ? WindowAdvice.AlreadyShort
        : IsSleepyDue(facts) ? WindowAdvice.AskSleepy
        : WindowAdvice.Start;

    private WindowAdvice OfWindow(WindowFacts facts, SleepWindow now, NightSummary basis) =>
        IsTooSoonAfter(now, facts.Today) ? WindowAdvice.TooSoon
        : IsSleepyDue(facts) ? WindowAdvice.AskSleepy
        : basis.Counted < rules.ChangeNights ? WindowAdvice.TooFewNights
        : basis.Efficiency >= rules.LongerFrom ? Longer(now)
        : basis.Efficiency >= rules.ShorterBelow ? WindowAdvice.Keep
        : Shorter(now);

    private WindowAdvice Longer(SleepWindow now) =>
        now.Minutes >= rules.Ceiling ? WindowAdvice.AtCeiling : WindowAdvice.Longer;

    private WindowAdvice Shorter(SleepWindow now) =>
        now.Minutes <= rules.Floor ? WindowAdvice.AtFloor : WindowAdvice.Shorter;

    private bool IsTooSoonAfter(SleepWindow last, LocalDate today) =>
        Period.DaysBetween(last.Day, today) < rules.ChangeDays;

    private bool IsSleepyDue(WindowFacts facts) =>
        facts.SaidSleepy is not { } said || Period.DaysBetween(said, facts.Today) >= rules.SleepyDays;

    private bool HasDiary(WindowFacts facts, NightSummary basis) =>
        basis.Counted >= rules.DiaryNights && facts.Nights[0].Day <= facts.Today.PlusDays(1 - rules.DiaryDays);

    /// <summary>With a window its own nights of the last week, without one those of the diary; none of a flare.</summary>
    private NightSummary BasisOf(WindowFacts facts)
    {
        var days = facts.Now is null ? rules.DiaryDays : rules.ChangeDays;
        var first = facts.Today.PlusDays(1 - days);
        var told = facts.Nights.Where(n =>
            !facts.IsInFlare(n.Day) && !facts.IsInFlare(n.Day.PlusDays(-1)) && !(n.Day <= facts.Now?.Day)
        );
        return NightSummary.Of(told, first, facts.Today, facts.Now is null ? rules.MeanNights : rules.ChangeNights);
    }

    private Dictionary<SleepWindowWay, int> MinutesOf(WindowAdvice advice, SleepWindow? now, NightSummary basis) =>
        advice switch
        {
            WindowAdvice.Start => Enum.GetValues<SleepWindowWay>().ToDictionary(w => w, w => StartOf(w, basis)),
            WindowAdvice.Longer => new() { [now!.Way] = Math.Min(rules.Ceiling, now.Minutes + rules.Step) },
            WindowAdvice.Shorter => new() { [now!.Way] = ShorterOf(now, basis) },
            _ => Nothing,
        };

    /// <summary>Gently: half an hour less than the time in bed, but never less than was slept.</summary>
    private int StartOf(SleepWindowWay way, NightSummary basis)
    {
        var slept = Math.Clamp(UpToStep(basis.Asleep!.Value), rules.Floor, rules.Ceiling);
        return way == SleepWindowWay.Direct
            ? slept
            : Math.Max(slept, DownToStep(basis.InBed!.Value - rules.GentleStep));
    }

    private int ShorterOf(SleepWindow now, NightSummary basis)
    {
        var isWide = now.Way == SleepWindowWay.Gentle && now.Minutes - rules.GentleStep >= basis.Asleep;
        return Math.Max(rules.Floor, now.Minutes - (isWide ? rules.GentleStep : rules.Step));
    }

    private int UpToStep(double minutes) => (int)Math.Ceiling(minutes / rules.Step) * rules.Step;

    private int DownToStep(double minutes) => (int)Math.Floor(minutes / rules.Step) * rules.Step;

    private bool IsLowForWeeks(WindowFacts facts) =>
        Enumerable
            .Range(0, rules.SeeSomeoneWeeks)
            .Select(week => facts.Today.PlusDays(-week * rules.ChangeDays))
            .Select(last =>
                NightSummary.Of(facts.Nights, last.PlusDays(1 - rules.ChangeDays), last, rules.ChangeNights)
            )
            .All(week => week.Efficiency < rules.SeeSomeoneBelow);
}
