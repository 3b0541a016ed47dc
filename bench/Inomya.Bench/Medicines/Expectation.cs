using System.Text.Json;
using Inomya.Medicines;
using Inomya.Treatments;

namespace Inomya.Bench.Medicines;

/// <summary>A finding that is expected, or forbidden.</summary>
/// <param name="Between">Names that must all be among those of the finding.</param>
/// <param name="Severity">How much it weighs at least; null for any.</param>
internal sealed record Expectation(FindingKind Kind, IReadOnlyList<string> Between, Severity? Severity)
{
    public static Expectation Read(JsonElement written, string id) =>
        new(
            Known<FindingKind>(written.GetProperty("kind").GetString()!, id),
            [.. written.GetProperty("between").EnumerateArray().Select(b => b.GetString()!)],
            written.TryGetProperty("severity", out var severity) && severity.GetString() is { } text
                ? Known<Severity>(text, id)
                : null
        );

    /// <summary>A finding of its kind about its names, however much it weighs.</summary>
    public bool IsAbout(MedicineFinding finding) => finding.Kind == Kind && Between.All(finding.Between.Contains);

    public bool IsMetBy(MedicineFinding finding) =>
        IsAbout(finding) && (Severity is null || finding.Severity >= Severity);

    public bool IsMetExactlyBy(MedicineFinding finding) =>
        IsAbout(finding) && (Severity is null || finding.Severity == Severity);

    public override string ToString() => $"{Kind} {Severity} [{string.Join(", ", Between)}]";

    private static T Known<T>(string written, string id)
        where T : struct, Enum =>
        Enum.TryParse<T>(written.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known)
            ? known
            : throw new FormatException($"{id}: '{written}' is no {typeof(T).Name}");
}
