using System.Text.Encodings.Web;
using System.Text.Json;
using Inomya.Experiments;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.WeeklyReviews;

/// <summary>
/// "Does tracking harm me?" as it was locked before its first day: pairs of blocks, one asked every day and one asked
/// once, in an order that was drawn.
/// </summary>
public sealed record TrackingProtocol
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Changes whenever a field changes its meaning.</summary>
    public int Format { get; init; } = 1;

    public required LocalDate Start { get; init; }
    public required int BlockDays { get; init; }

    /// <summary>The number that the order was drawn from, as text: it is larger than what JSON keeps exactly.</summary>
    public required string Seed { get; init; }

    /// <summary>Shape (2 × pairs). True: asked every day; false: asked on the last day alone.</summary>
    public required IReadOnlyList<bool> Daily { get; init; }

    /// <summary>The questionnaire that is answered at the end of each block; more is worse.</summary>
    public required string Instrument { get; init; }

    public required string Score { get; init; }

    /// <summary>The smallest difference that matters, in points of the score.</summary>
    public required double MinimalChange { get; init; }

    /// <summary>The last days of a block on which the questionnaire counts for it; the day after does too.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>How the answer will be reached, in words.</summary>
    public required string Rule { get; init; }

    public required Instant LockedAt { get; init; }

    public int Days => BlockDays * Daily.Count;

    public LocalDate End => Start.PlusDays(Days - 1);

    /// <summary>The block of a day, from 0; null for a day that is in none.</summary>
    public int? BlockOn(LocalDate day) =>
        Period.DaysBetween(Start, day) is var at && at >= 0 && at < Days ? at / BlockDays : null;

    /// <summary>The last day of a block.</summary>
    public LocalDate EndOf(int block) => Start.PlusDays((block + 1) * BlockDays - 1);

    /// <summary>
    /// The next day on which anything is asked; null when that is this day. In a block that is asked once it is its last
    /// day.
    /// </summary>
    public LocalDate? NextAsked(LocalDate day) =>
        BlockOn(day) is { } block && !Daily[block] && day < EndOf(block) ? EndOf(block) : null;

    /// <summary>The days on which nothing is asked.</summary>
    public IEnumerable<LocalDate> CalmDays() =>
        Enumerable.Range(0, Days).Select(Start.PlusDays).Where(d => NextAsked(d) is not null);

    /// <summary>Does a questionnaire answered on a day count for a block?</summary>
    public bool Counts(LocalDate day, int block) =>
        day > EndOf(block).PlusDays(-AnswerDays) && day <= EndOf(block).PlusDays(1);

    /// <summary>The block whose questionnaire is due on a day; null when none is.</summary>
    public int? DueOn(LocalDate day) =>
        Enumerable.Range(0, Daily.Count).Where(b => day >= EndOf(b) && Counts(day, b)).Cast<int?>().FirstOrDefault();

    internal Experiment ToExperiment()
    {
        var json = JsonSerializer.Serialize(this, Json);
        return new Experiment
        {
            Protocol = json,
            ProtocolHash = Protocol.HashOf(json),
            Start = Start,
            Kind = OtherPlans.Tracking,
            // the questionnaire of the last block may be answered on the day after
            LastPlanned = End.PlusDays(1),
        };
    }

    /// <exception cref="JsonException">Not such a text.</exception>
    public static TrackingProtocol Parse(string json) =>
        JsonSerializer.Deserialize<TrackingProtocol>(json, Json) ?? throw new JsonException("The protocol is empty.");
}
