using Inomya.Journals;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>A programme as one person goes through it.</summary>
/// <param name="Text">The programme as it is now, in the person's language.</param>
/// <param name="Done">What was done or passed over, by step; also steps that the programme no longer has.</param>
/// <param name="Harm">What makes it rest by itself; null when nothing does.</param>
public sealed record Underway(
    Enrolment Enrolment,
    ProgrammeText Text,
    IReadOnlyDictionary<string, StepDone> Done,
    HarmSeen? Harm,
    LocalDate Today
)
{
    private const int DaysInWeek = 7;

    /// <summary>The steps of the person's road in order, without boosters.</summary>
    public IReadOnlyList<ProgrammeStep> Steps { get; } = Text.On(Enrolment.Road);

    /// <summary>The first day is still to come.</summary>
    public bool IsWaiting => Enrolment.EndedOn is null && Today < Enrolment.Start;

    public bool HasEnded => Enrolment.EndedOn is not null;

    /// <summary>The person let it rest, or the harm watch does.</summary>
    public bool IsResting => !HasEnded && (Enrolment.PausedOn is not null || Harm is not null);

    /// <summary>It can be gone on with today.</summary>
    public bool IsOn => !HasEnded && !IsWaiting && !IsResting;

    /// <summary>The first step that was neither done nor passed over; null when there is none left.</summary>
    public ProgrammeStep? Next => Steps.FirstOrDefault(s => !Done.ContainsKey(s.Id));

    /// <summary>How many steps of the road were done; those passed over do not count.</summary>
    public int StepsDone => Steps.Count(s => Done.GetValueOrDefault(s.Id) is { Form: not StepForm.PassedOver });

    /// <summary>What was done, and a later version of the programme does not have.</summary>
    public IReadOnlyList<StepDone> Vanished => [.. Done.Values.Where(d => Text.Find(d.Step) is null)];

    /// <summary>The week of the programme, from 1; days of rest do not count. A clock set back gives the first.</summary>
    public int Week => Math.Max(0, DaysGone) / DaysInWeek + 1;

    private int DaysGone =>
        Period.DaysBetween(Enrolment.Start, Enrolment.PausedOn ?? Enrolment.EndedOn ?? Today) - Enrolment.DaysPaused;

    /// <summary>The last day on which a step was done; null before the first.</summary>
    public LocalDate? LastDone =>
        Done.Values.Where(d => d.Form != StepForm.PassedOver).Select(d => (LocalDate?)d.Day).Max();

    /// <summary>Where a step stands.</summary>
    public StepStanding StandingOf(ProgrammeStep step) =>
        Done.GetValueOrDefault(step.Id) is { } done
            ? done.Form == StepForm.PassedOver
                ? StepStanding.PassedOver
                : StepStanding.Done
            : step.Id == Next?.Id
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

    /// <summary>What is offered today: the next step, or a booster that is due; null when nothing is.</summary>
    public ProgrammeStep? OfToday => IsOn ? Next : BoosterDue;

    /// <summary>
    /// It may be brought up today: once in so many days at the most, always the same day of the week, and not where a
    /// step was done lately.
    /// </summary>
    /// <param name="everyDays">How many days lie between.</param>
    public bool MayBeBroughtUp(int everyDays) =>
        OfToday is not null
        && Period.DaysBetween(Enrolment.EndedOn ?? Enrolment.Start, Today) % everyDays == 0
        && !(LastDone > Today.PlusDays(-everyDays));
}
