using Inomya.Analysis;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Experiments;

/// <summary>An experiment on its way: what is to be done when, and how far it has come.</summary>
public sealed class ExperimentRun
{
    /// <param name="experiment">The experiment.</param>
    /// <param name="endedBy">
    /// The look that ended it before its last pair (<see cref="SequentialReading"/>); null when none did.
    /// </param>
    /// <exception cref="System.Text.Json.JsonException">The protocol cannot be read.</exception>
    public ExperimentRun(Experiment experiment, SequentialLook? endedBy = null) =>
        (Experiment, Protocol, EndedBy) = (experiment, Protocol.Parse(experiment.Protocol), endedBy);

    /// <summary>The look that ended it before its last pair.</summary>
    public SequentialLook? EndedBy { get; }

    public Experiment Experiment { get; }
    public Protocol Protocol { get; }

    /// <summary>What it tests is a diet, by the treatments of the person.</summary>
    public bool IsOfDiet { get; init; }

    /// <summary>It tests a diet, or something that was eaten, as tests of an earlier version could.</summary>
    public bool IsAboutFood => IsOfDiet || (Protocol.Plan.Factor is { } factor && FoodTags.TagOf(factor) is not null);

    /// <summary>The plan is the one that was locked.</summary>
    public bool IsIntact => Protocol.HashOf(Experiment.Protocol) == Experiment.ProtocolHash;

    /// <summary>The last day that counts.</summary>
    public LocalDate Last => Experiment.StoppedOn is { } stopped && stopped < End ? stopped : End;

    private LocalDate End => EndedBy is { } look ? EndOfPair(look.Pair) : Protocol.End;

    public Phase PhaseOn(LocalDate today) =>
        Experiment.StoppedOn is not null ? Phase.Stopped
        : today < Protocol.Start ? Phase.Waiting
        : today <= End ? Phase.Running
        : Phase.Ended;

    /// <summary>What is in each packet must not be told: somebody else prepared them, and it still goes on.</summary>
    public bool IsHiddenOn(LocalDate today) =>
        Protocol.Plan.Blinded && PhaseOn(today) is Phase.Waiting or Phase.Running;

    /// <summary>The block of a day, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not in the experiment.</exception>
    public int BlockOn(LocalDate day)
    {
        var at = Period.DaysBetween(Protocol.Start, day);
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, Protocol.Days);
        return at / Protocol.Plan.BlockDays;
    }

    /// <exception cref="ArgumentOutOfRangeException">The day is not in the experiment.</exception>
    public bool IsWithOn(LocalDate day) => Protocol.Order[BlockOn(day)];

    /// <summary>One of the first days of a block, which do not count.</summary>
    public bool IsSettlingOn(LocalDate day) =>
        Period.DaysBetween(Protocol.Start, day) % Protocol.Plan.BlockDays < Protocol.Plan.SettleDays;

    /// <summary>The last day of a pair, counted from 1.</summary>
    public LocalDate EndOfPair(int pair) => Protocol.Start.PlusDays(2 * pair * Protocol.Plan.BlockDays - 1);

    /// <summary>The first and last day of a block.</summary>
    public (LocalDate From, LocalDate To) Block(int block) =>
        (
            Protocol.Start.PlusDays(block * Protocol.Plan.BlockDays),
            Protocol.Start.PlusDays((block + 1) * Protocol.Plan.BlockDays - 1)
        );

    /// <summary>
    /// The stop rule is met: that much worse than usual on that many recorded days in a row, up to the last recorded
    /// one.
    /// </summary>
    /// <param name="outcome">Shape (days from the start on); NaN is not recorded.</param>
    public bool MeetsStopRule(IEnumerable<double> outcome)
    {
        var sign = Protocol.Plan.HigherIsWorse ? 1 : -1;
        var last = outcome.Where(v => !double.IsNaN(v)).TakeLast(Protocol.WorseDays).ToList();
        return last.Count == Protocol.WorseDays && last.All(v => sign * (v - Protocol.UsualDay) >= Protocol.WorseBy);
    }
}
