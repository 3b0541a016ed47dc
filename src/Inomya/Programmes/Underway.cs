using Inomya.Journals;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>A programme as one person goes through it.</summary>
/// <param name="Text">The programme as it is now, in the person's language.</param>
/// <param name="Done">What was done or passed over, by step; also steps that the programme no longer has.</param>
/// <param name="Harm">What makes it rest by itself; null when nothing does.</param>
/// <param name="Gates">What is asked before it, as it stands today: an answer grows old, and a yes may come later.</param>
public sealed record Underway(
    Enrolment Enrolment,
    ProgrammeText Text,
    IReadOnlyDictionary<string, StepDone> Done,
    HarmSeen? Harm,
    PartGates Gates,
    LocalDate Today
)
{
    private const int DaysInWeek = 7;

    /// <summary>The steps of the person's road in order, without boosters.</summary>
    public IReadOnlyList<ProgrammeStep> Steps { get; } = Text.On(Enrolment.Road);

    /// <summary>The first day was drawn and is still to come; a clock set back makes nobody wait.</summary>
    public bool IsWaiting => !HasEnded && Enrolment.Drawn is not null && Today < Enrolment.Start;

    public bool HasEnded => Enrolment.EndedOn is not null;

    /// <summary>The person let it rest, or the harm watch does.</summary>
    public bool IsResting => !HasEnded && (Enrolment.PausedOn is not null || Harm is not null);

    /// <summary>It can be gone on with today.</summary>
    public bool IsOn => !HasEnded && !IsWaiting && !IsResting && Gates.IsOpen;

    /// <summary>The first step that was neither done nor passed over; null when there is none left.</summary>
    public ProgrammeStep? Next => Steps.FirstOrDefault(s => !Done.ContainsKey(s.Id));

    /// <summary>How many steps of the road were done; those passed over do not count.</summary>
    public int StepsDone => Steps.Count(s => Done.GetValueOrDefault(s.Id) is { Form: not StepForm.PassedOver });

    /// <summary>How many of some steps are of the road, and how many of these were done.</summary>
    public (int Done, int All) CountOf(IEnumerable<ProgrammeStep> some)
    {
        var ofRoad = some.Where(s => Steps.Any(r => r.Id == s.Id)).ToList();
        return (ofRoad.Count(s => StandingOf(s) == StepStanding.Done), ofRoad.Count);
    }

    /// <summary>What was done, and a later version of the programme does not have.</summary>
    public IReadOnlyList<StepDone> Vanished => [.. Done.Values.Where(d => Text.Find(d.Step) is null)];

    /// <summary>Nothing of the road is left to do, and it was not said to be finished.</summary>
    public bool IsAllDone => !HasEnded && Next is null;

    /// <summary>The week of the programme, from 1; days of rest do not count. A clock set back gives the first.</summary>
    public int Week => Math.Max(0, DaysGone) / DaysInWeek + 1;

    private int DaysGone => Period.DaysBetween(Enrolment.Start, RestsSince ?? Until) - Enrolment.DaysPaused;

    private LocalDate Until => Enrolment.EndedOn ?? Today;

    /// <summary>
    /// The first day of the rest that goes on, the person's or the harm watch's; null when there is none. A rest before
    /// the first day of the programme costs no day of it.
    /// </summary>
    public LocalDate? RestsSince => !IsResting ? null : LocalDate.Max(Enrolment.PausedOn ?? Harm!.Day, Enrolment.Start);

    /// <summary>The last day on which a step was done; null before the first.</summary>
    public LocalDate? LastDone =>
        Done.Values.Where(d => d.Form != StepForm.PassedOver).Select(d => (LocalDate?)d.Day).Max();

    /// <summary>Where a step stands; at rest none is next.</summary>
    public StepStanding StandingOf(ProgrammeStep step) =>
        Done.GetValueOrDefault(step.Id) is { } done
            ? done.Form == StepForm.PassedOver
                ? StepStanding.PassedOver
                : StepStanding.Done
            : step.Id == Next?.Id && !IsResting
                ? StepStanding.Next
                : IsOpened(step)
                    ? StepStanding.Open
                    : StepStanding.Later;

    /// <summary>
    /// What opens it was done or passed over, or lies on another road than the person's: then it cannot hold it up.
    /// </summary>
    private bool IsOpened(ProgrammeStep step) =>
        step.OpensAfter is not { } before || Done.ContainsKey(before) || Steps.All(s => s.Id != before);

    /// <summary>The booster that is due; null before the end, and while none is.</summary>
    public ProgrammeStep? BoosterDue =>
        Enrolment is { EndedOn: { } end, EndedFor: EndReason.Finished }
            ? Text
                .Boosters.Zip(Text.Of.Boosters, (step, weeks) => (step, Due: end.PlusWeeks(weeks)))
                .FirstOrDefault(b => b.Due <= Today && !Done.ContainsKey(b.step.Id))
                .step
            : null;

    /// <summary>
    /// What is offered today: the next step, or a booster that is due. Null when nothing is, and while a gate is closed
    /// or was not answered lately enough.
    /// </summary>
    public ProgrammeStep? OfToday =>
        IsOn ? Next
        : Gates.IsOpen ? BoosterDue
        : null;

    /// <summary>
    /// What would be offered today, were the questions before it answered again; null where nothing would be, and where
    /// one of them was answered with yes.
    /// </summary>
    public ProgrammeStep? BehindQuestions =>
        Gates.IsOpen || Gates.Closed.Count > 0 ? null
        : HasEnded ? BoosterDue
        : IsWaiting || IsResting ? null
        : Next;

    /// <summary>Something is offered, and for so many days nothing was done since it began or ended.</summary>
    internal bool IsQuietFor(int days)
    {
        var since = LastDone is { } done ? LocalDate.Max(done, QuietFrom) : QuietFrom;
        return OfToday is not null && Period.DaysBetween(since, Today) >= days;
    }

    private LocalDate QuietFrom => Enrolment.EndedOn ?? Enrolment.Start;
}
