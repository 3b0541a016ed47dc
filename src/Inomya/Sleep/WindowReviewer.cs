using Inomya.Journals;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>The rules of the sleep window: docs/methods/sleep-window.md says each with its source.</summary>
/// <remarks>
/// It only proposes; nothing changes until the person takes it. The gates come first, then a flare, then the numbers,
/// so that no number opens what a gate closed.
/// </remarks>
public sealed class WindowReviewer(SleepRules rules)
{
    private static readonly Dictionary<SleepWindowWay, int> Nothing = [];

    public WindowReview Review(WindowFacts facts)
    {
        var (basis, slept) = (BasisOf(facts), SleptOf(facts));
        var advice = Before(facts)
            ?? (facts.Now is { } now ? OfWindow(facts, now, basis, slept) : OfStart(facts, basis));
        return new WindowReview(
            advice,
            facts.Now,
            basis,
            MinutesOf(advice, facts.Now, basis, slept),
            slept,
            advice is WindowAdvice.TooSoon or WindowAdvice.EndedLately
                ? facts.Last!.Day.PlusDays(rules.ChangeDays)
                : null,
            IsLowForWeeks(facts)
        );
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
        facts.Last is { } ended && IsTooSoonAfter(ended, facts.Today) ? WindowAdvice.EndedLately
        : !HasDiary(facts, basis) ? WindowAdvice.DiaryFirst
        : basis.Efficiency >= rules.StartBelow ? WindowAdvice.NotNeeded
        : basis.InBed <= rules.Floor ? WindowAdvice.AlreadyShort
        : UpToStep(basis.Asleep!.Value) > rules.Ceiling ? WindowAdvice.LongSleep
        : IsSleepyDue(facts) ? WindowAdvice.AskSleepy
        : WindowAdvice.Start;

    private WindowAdvice OfWindow(WindowFacts facts, SleepWindow now, NightSummary basis, double? slept) =>
        IsTooSoonAfter(now, facts.Today) ? WindowAdvice.TooSoon
        : IsSleepyDue(facts) ? WindowAdvice.AskSleepy
        : basis.Counted < rules.ChangeNights ? WindowAdvice.TooFewNights
        : basis.Efficiency >= rules.LongerFrom ? Longer(now)
        : basis.Efficiency >= rules.ShorterBelow ? WindowAdvice.Keep
        : Shorter(now, LeastOf(basis, slept));

    private WindowAdvice Longer(SleepWindow now) =>
        now.Minutes >= rules.Ceiling ? WindowAdvice.AtCeiling : WindowAdvice.Longer;

    private WindowAdvice Shorter(SleepWindow now, int least) =>
        now.Minutes <= rules.Floor ? WindowAdvice.AtFloor
        : now.Minutes <= least ? WindowAdvice.AtSleep
        : WindowAdvice.Shorter;

    private bool IsTooSoonAfter(SleepWindow last, LocalDate today) =>
        Period.DaysBetween(last.Day, today) < rules.ChangeDays;

    private bool IsSleepyDue(WindowFacts facts) =>
        facts.SaidSleepy is not { } said || Period.DaysBetween(said, facts.Today) >= rules.SleepyDays;

    private bool HasDiary(WindowFacts facts, NightSummary basis) =>
        basis.Counted >= rules.DiaryNights && facts.Nights[0].Day <= facts.Today.PlusDays(1 - rules.DiaryDays);

    /// <summary>
    /// With a window those nights of the last week that were kept to it, without one those of the diary; none of a
    /// flare, nor of an evening on which the window had to wait.
    /// </summary>
    private NightSummary BasisOf(WindowFacts facts)
    {
        if (facts.Now is not { } now)
            return DiaryOf(facts);
        var mine = facts.Nights.Where(n =>
            n.Day > now.Day && IsOutsideFlares(n, facts) && !facts.Held.Contains(EveningOf(n)) && IsWithin(n, now)
        );
        return NightSummary.Of(mine, facts.Today.PlusDays(1 - rules.ChangeDays), facts.Today, rules.ChangeNights);
    }

    private NightSummary DiaryOf(WindowFacts facts) =>
        NightSummary.Of(
            facts.Nights.Where(n => IsOutsideFlares(n, facts)),
            facts.Today.PlusDays(1 - rules.DiaryDays),
            facts.Today,
            rules.MeanNights
        );

    private double? SleptOf(WindowFacts facts) => DiaryOf(facts).Asleep;

    private static LocalDate EveningOf(Night night) => night.Day.PlusDays(-1);

    private static bool IsOutsideFlares(Night night, WindowFacts facts) =>
        !facts.IsInFlare(night.Day) && !facts.IsInFlare(EveningOf(night));

    /// <summary>
    /// Not in bed long before the window nor long after it; where that was not told it is not known to be.
    /// </summary>
    private bool IsWithin(Night night, SleepWindow window) =>
        night is { BedClock: { } bed, RiseClock: { } rise }
        && MinutesTo(window.Bed, bed) <= rules.OutsideBy
        && MinutesTo(rise, window.Rise) <= rules.OutsideBy
        && night.InBed <= window.Minutes + rules.OutsideBy;

    /// <summary>
    /// Minutes by which a time comes before another one, the short way round the clock; below 0 where it is later.
    /// </summary>
    private static double MinutesTo(LocalTime other, LocalTime time)
    {
        const int Day = NodaConstants.MinutesPerDay;
        var minutes = (other - time).ToDuration().TotalMinutes;
        return minutes > Day / 2 ? minutes - Day
            : minutes < -Day / 2 ? minutes + Day
            : minutes;
    }

    private Dictionary<SleepWindowWay, int> MinutesOf(
        WindowAdvice advice,
        SleepWindow? now,
        NightSummary basis,
        double? slept
    ) =>
        advice switch
        {
            WindowAdvice.Start => Enum.GetValues<SleepWindowWay>().ToDictionary(w => w, w => StartOf(w, basis)),
            WindowAdvice.Longer => new() { [now!.Way] = Math.Min(rules.Ceiling, now.Minutes + rules.Step) },
            WindowAdvice.Shorter => new() { [now!.Way] = ShorterOf(now, basis, LeastOf(basis, slept)) },
            _ => Nothing,
        };

    /// <summary>
    /// Gently: half an hour less than the time in bed, but never less than was slept; neither leaves floor and
    /// ceiling.
    /// </summary>
    private int StartOf(SleepWindowWay way, NightSummary basis)
    {
        var slept = Math.Clamp(UpToStep(basis.Asleep!.Value), rules.Floor, rules.Ceiling);
        return way == SleepWindowWay.Direct
            ? slept
            : Math.Clamp(DownToStep(basis.InBed!.Value - rules.GentleStep), slept, rules.Ceiling);
    }

    /// <summary>
    /// A window is not made shorter than the floor, the mean sleep of its nights and that of the diary.
    /// </summary>
    private int LeastOf(NightSummary basis, double? slept) =>
        Math.Max(rules.Floor, UpToStep(Math.Max(basis.Asleep ?? 0, slept ?? 0)));

    private int ShorterOf(SleepWindow now, NightSummary basis, int least)
    {
        var isWide = now.Way == SleepWindowWay.Gentle && now.Minutes - rules.GentleStep >= basis.Asleep;
        return Math.Max(least, now.Minutes - (isWide ? rules.GentleStep : rules.Step));
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
