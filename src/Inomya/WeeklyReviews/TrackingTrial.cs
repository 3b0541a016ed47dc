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

    public bool IsOpenOn(LocalDate today) => Experiment.StoppedOn is null && today <= Experiment.LastPlanned;
}
