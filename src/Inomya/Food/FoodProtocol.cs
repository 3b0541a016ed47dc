using System.Text.Encodings.Web;
using System.Text.Json;
using Inomya.Experiments;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Food;

/// <summary>A food trial as it was locked before its first day: what is left out when, and how it is judged.</summary>
public sealed record FoodProtocol
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Changes whenever a field changes its meaning.</summary>
    public int Format { get; init; } = 2;

    /// <summary>Id of the tag that is left out.</summary>
    public required string Item { get; init; }

    /// <summary>Name of the column that is judged; rated on a scale.</summary>
    public required string Outcome { get; init; }

    public required bool HigherIsWorse { get; init; }
    public required LocalDate Start { get; init; }
    public required int BaselineDays { get; init; }
    public required int RemovalDays { get; init; }
    public required int Challenges { get; init; }
    public required int ChallengeDays { get; init; }
    public required int WashoutDays { get; init; }
    public required int ReferenceDays { get; init; }

    /// <summary>A challenge is worse from so much on, in outcome units.</summary>
    public required double WorseBy { get; init; }

    /// <summary>The removal days are better from so much on, in outcome units.</summary>
    public required double BetterBy { get; init; }

    public required int ChallengesNeeded { get; init; }
    public required int LeastChallengeDays { get; init; }
    public required int LeastReferenceDays { get; init; }
    public required int LeastPhaseDays { get; init; }

    /// <summary>
    /// A day counts only where the person said that it went as planned. Plans of format 1 left out only those that went
    /// otherwise, and are judged by what was locked.
    /// </summary>
    public bool OnlyAsSaid { get; init; }

    /// <summary>How the verdict will be reached, in words.</summary>
    public required string Rule { get; init; }

    public required Instant LockedAt { get; init; }

    private int BeforeChallenges => BaselineDays + RemovalDays;

    private int Round => ChallengeDays + WashoutDays;

    /// <summary>The last challenge needs no pause after it: the usual food is back.</summary>
    public int Days => BeforeChallenges + Challenges * Round - WashoutDays;

    public LocalDate End => Start.PlusDays(Days - 1);

    /// <summary>What a day is in the trial.</summary>
    public FoodDay On(LocalDate day)
    {
        var at = Period.DaysBetween(Start, day);
        if (at < 0)
            return new FoodDay(FoodPhase.Waiting, 0, 0);
        if (at < BaselineDays)
            return new FoodDay(FoodPhase.Baseline, 0, at + 1);
        if (at < BeforeChallenges)
            return new FoodDay(FoodPhase.Removal, 0, at - BaselineDays + 1);
        return at < Days ? InRounds(at - BeforeChallenges) : new FoodDay(FoodPhase.Over, Challenges, at - Days + 1);
    }

    private FoodDay InRounds(int at)
    {
        var (round, day) = (at / Round, at % Round);
        return day < ChallengeDays
            ? new FoodDay(FoodPhase.Challenge, round + 1, day + 1)
            : new FoodDay(FoodPhase.Washout, round + 1, day - ChallengeDays + 1);
    }

    /// <summary>The days of a phase, in order; of a challenge by its number.</summary>
    public IEnumerable<LocalDate> DaysOf(FoodPhase phase, int number = 0) =>
        Enumerable
            .Range(0, Days)
            .Select(Start.PlusDays)
            .Where(d => On(d) is var on && on.Phase == phase && on.Number == number);

    /// <summary>The last days without it before a challenge; days of another challenge are left out.</summary>
    public IEnumerable<LocalDate> ReferenceOf(int number) =>
        Enumerable
            .Range(0, Days)
            .Select(Start.PlusDays)
            .TakeWhile(d => On(d) is var on && (on.Phase != FoodPhase.Challenge || on.Number < number))
            .Where(d => On(d).Phase is FoodPhase.Removal or FoodPhase.Washout)
            .TakeLast(ReferenceDays);

    /// <summary>The experiment that is kept to it from now on.</summary>
    internal Experiment ToExperiment()
    {
        var json = JsonSerializer.Serialize(this, Json);
        return new Experiment
        {
            Protocol = json,
            ProtocolHash = Protocol.HashOf(json),
            Start = Start,
            Kind = OtherPlans.Food,
            LastPlanned = End,
        };
    }

    /// <exception cref="JsonException">Not such a text.</exception>
    public static FoodProtocol Parse(string json) =>
        JsonSerializer.Deserialize<FoodProtocol>(json, Json) ?? throw new JsonException("The protocol is empty.");
}
