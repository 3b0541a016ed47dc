using System.Globalization;

namespace Inomya.Fhir;

/// <summary>A search, as the address asks it.</summary>
/// <param name="Wanted">By parameter: the values of which one must fit; all parameters must.</param>
public sealed record FhirQuery(IReadOnlyList<(string Name, string[] Values)> Wanted, int Count, int Offset)
{
    public const int Most = 1000;

    /// <summary>One that is left out in silence would answer more than was asked, so any other is refused.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    ["_id", "patient", "subject", "code", "category", "_type"];

    /// <summary>Does what fits as the n-th, from 0, stand on this page?</summary>
    public bool IsOnPage(int n) => n >= Offset && n - Offset < Count;

    /// <returns>Null for a parameter that there is not, or a number that is none.</returns>
    /// <param name="usual">How many are given where nobody says.</param>
    public static FhirQuery? Read(IEnumerable<(string Name, string Value)> asked, int usual)
    {
        var query = new FhirQuery([], usual, 0);
        foreach (var (name, value) in asked)
            if (query.With(name, value) is { } more)
                query = more;
            else
                return null;
        return query;
    }

    private FhirQuery? With(string name, string value) =>
        name switch
        {
            "_count" => NumberIn(value) is { } count ? this with { Count = Math.Min(count, Most) } : null,
            "_offset" => NumberIn(value) is { } offset ? this with { Offset = offset } : null,
            _ when Parameters.Contains(name) => this with { Wanted = [.. Wanted, (name, value.Split(','))] },
            _ => null,
        };

    private static int? NumberIn(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
