using System.Text.Json;
using NodaTime;

namespace Inomya.Journals;

/// <summary>What a person wrote for themselves, such as a thought record.</summary>
/// <remarks>
/// It is in no report, message or table for others: it stays in the journal and its backup, unless the person adds it to
/// the pages of one visit.
/// </remarks>
public sealed record Worksheet : Recorded
{
    /// <summary>Id of the form in content; one of a form that content no longer has is kept and can be read.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of field → what was written or rated there; a field that is not there was left empty.</summary>
    public required string Fields { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>"PROGRAMME/STEP" that led to it; null when the person came by themselves.</summary>
    public string? Step { get; init; }

    /// <summary>What was written or rated, by field; empty where it cannot be read, and then it is kept as it is.</summary>
    public IReadOnlyDictionary<string, string> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(Fields) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }

    /// <summary>
    /// The same was written on the same day: it was sent twice, as after a page was opened again or from two devices.
    /// </summary>
    public bool IsAmong(IEnumerable<Worksheet> sheets) =>
        sheets.Any(s => (s.Kind, s.Day, s.Fields) == (Kind, Day, Fields));

    /// <summary>As <see cref="Fields"/> keeps it: the fields that hold something.</summary>
    public static string Write(IEnumerable<(string Name, string Value)> fields) =>
        JsonSerializer.Serialize(
            fields.Where(f => f.Value.Length > 0).DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value)
        );
}
