using Inomya.Experiments;
using Inomya.Journals;
using NodaTime;

namespace Inomya.WeeklyReviews;

/// <summary>"Does tracking harm me?" on its way.</summary>
public sealed class TrackingTrial
{
    /// <exception cref="System.Text.Json.JsonException">The protocol cannot be read.</exception>
    public TrackingTrial(Experiment experiment) =>
        (Experiment, Plan) = (experiment, TrackingProtocol.Parse(experiment.Protocol));

    public Experiment Experiment { get; }

    public TrackingProtocol Plan { get; }

    /// <summary>The plan is the one that was locked.</summary>
    public bool IsIntact => Protocol.HashOf(Experiment.Protocol) == Experiment.ProtocolHash;

    /// <summary>The block of a day, from 0; null for a day that is in none, and from the day on which it was stopped.</summary>
    public int? BlockOn(LocalDate day) => IsStoppedOn(day) ? null : Plan.BlockOn(day);

    /// <summary>The block was gone through to its last day.</summary>
    public bool HasBlock(int block) => !IsStoppedOn(Plan.EndOf(block));

    /// <summary>The days on which nothing is asked; none from the day on which it was stopped.</summary>
    public IEnumerable<LocalDate> CalmDays() => Plan.CalmDays().Where(d => !IsStoppedOn(d));

    private bool IsStoppedOn(LocalDate day) => Experiment.StoppedOn is { } stopped && day >= stopped;

    public bool IsOpenOn(LocalDate today) => Experiment.StoppedOn is null && today <= Experiment.LastPlanned;
}
