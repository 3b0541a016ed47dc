using Inomya.Experiments;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Food;

/// <summary>A food trial on its way.</summary>
public sealed class FoodTrial
{
    /// <exception cref="System.Text.Json.JsonException">The protocol cannot be read.</exception>
    public FoodTrial(Experiment experiment) =>
        (Experiment, Plan) = (experiment, FoodProtocol.Parse(experiment.Protocol));

    public Experiment Experiment { get; }

    public FoodProtocol Plan { get; }

    /// <summary>The plan is the one that was locked.</summary>
    public bool IsIntact => Protocol.HashOf(Experiment.Protocol) == Experiment.ProtocolHash;

    /// <summary>It waits or goes on; it ends by itself on its last day.</summary>
    public bool IsOpenOn(LocalDate today) => Experiment.StoppedOn is null && today <= Plan.End;

    /// <summary>
    /// What is said of an answer that holds no more: key of food.trial.answer.KEY. Null while it holds, and where nothing
    /// was to be kept out. To eat a little of it is said to nobody whom a gate, an allergy or a medicine bars.
    /// </summary>
    public string? OldAnswer(FoodVerdict verdict, FoodTrialRules rules, LocalDate today, FoodGates gates) =>
        verdict != FoodVerdict.KeepOut || Plan.End.PlusDays(rules.AnswerHoldsDays) >= today ? null
        : gates.IsOpen ? "old"
        : "old.barred";

    /// <summary>What a day is; over from the day on which it was stopped.</summary>
    public FoodDay On(LocalDate day) =>
        Experiment.StoppedOn is { } stopped && day >= stopped
            ? new FoodDay(FoodPhase.Over, 0, Period.DaysBetween(stopped, day) + 1)
            : Plan.On(day);
}
