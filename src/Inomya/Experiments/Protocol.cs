using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Inomya.Analysis;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Experiments;

/// <summary>
/// A plan as it was locked before the first day, complete enough that another statistician can do the same again.
/// </summary>
public sealed record Protocol
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Changes whenever a field changes its meaning.</summary>
    public int Format { get; init; } = 1;

    public required Plan Plan { get; init; }
    public required LocalDate Start { get; init; }
    public required int Pairs { get; init; }

    /// <summary>
    /// From which the order was drawn; text, since few programs keep all digits of so large a number.
    /// </summary>
    public required string Seed { get; init; }

    /// <summary>
    /// By block: with it or without, as <see cref="BlockDesign.Order"/> draws it from <see cref="Seed"/>.
    /// </summary>
    public required IReadOnlyList<bool> Order { get; init; }

    public required PlanLength Length { get; init; }

    /// <summary>When it may end before its last pair; null for one that always goes on to the end.</summary>
    public SequentialBoundary? Boundary { get; init; }

    /// <summary>Days of the person's own that the length was tried out on.</summary>
    public required int LengthFromDays { get; init; }

    /// <summary>So much worse than the usual day...</summary>
    public required double WorseBy { get; init; }

    /// <summary>...on so many recorded days in a row meets the stop rule.</summary>
    public required int WorseDays { get; init; }

    /// <summary>The median of the outcome before the start, in outcome units.</summary>
    public required double UsualDay { get; init; }

    /// <summary>How the verdict will be reached, in words.</summary>
    public required string Rule { get; init; }

    public string Engine { get; init; } = Analysis.Engine.Version;

    public required Instant LockedAt { get; init; }

    public int Days => Order.Count * Plan.BlockDays;

    public LocalDate End => Start.PlusDays(Days - 1);

    /// <summary>The experiment that is kept to it from now on.</summary>
    internal Experiment ToExperiment()
    {
        var json = ToJson();
        return new Experiment
        {
            Protocol = json,
            ProtocolHash = HashOf(json),
            Start = Start,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">Not such a text.</exception>
    public static Protocol Parse(string json) =>
        JsonSerializer.Deserialize<Protocol>(json, Json) ?? throw new JsonException("The protocol is empty.");

    /// <summary>SHA-256 of a text as UTF-8, in small hexadecimal digits, as sha256sum prints it.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
