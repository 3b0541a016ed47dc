using System.Text.Json;
using Inomya.Medicines;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Bench.Medicines;

/// <summary>A list as people write it, with what the check must find on it and what it must not.</summary>
internal sealed record ExpectedList(
    string Id,
    IReadOnlyList<Medicine> Medicines,
    PersonFacts Person,
    LocalDate On,
    IReadOnlyList<Expectation> Must,
    IReadOnlyList<Expectation> MustNot
)
{
    private static readonly LocalDate Undated = new(2026, 11, 28);

    /// <summary>
    /// Reads [{"id", "list", "must", "must_not", "on", "age", "condition", "country"}, …]; only id and list are needed.
    /// </summary>
    /// <exception cref="FormatException">
    /// A case lacks a part or names a kind or severity that does not exist.
    /// </exception>
    public static IReadOnlyList<ExpectedList> Read(string path, DoseUnits units)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.EnumerateArray().Select(c => Read(c, units))];
    }

    public IReadOnlyList<MedicineFinding> Check(MedicineCheck check) => check.Check(Medicines, On, Person);

    private static ExpectedList Read(JsonElement written, DoseUnits units)
    {
        var id = written.GetProperty("id").GetString()!;
        using var list = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(written.GetProperty("list").GetRawText()));
        var read = MedicineList.Read(list, units);
        if (read.Refused is [var refused, ..])
            throw new FormatException($"{id}: {refused.Name}: {refused.Reason} {refused.Value}");
        return new ExpectedList(
            id,
            read.Medicines,
            new PersonFacts(Age(written), Texts(written, "condition"))
            {
                Allergies = Texts(written, "allergies"),
                Country = written.TryGetProperty("country", out var country) ? country.GetString() : null,
            },
            written.TryGetProperty("on", out var on) ? LocalDatePattern.Iso.Parse(on.GetString()!).Value : Undated,
            Expectations(written, "must", id),
            Expectations(written, "must_not", id)
        );
    }

    private static int? Age(JsonElement written) =>
        written.TryGetProperty("age", out var age) && age.ValueKind == JsonValueKind.Number ? age.GetInt32() : null;

    private static IReadOnlyList<string> Texts(JsonElement written, string field) =>
        written.TryGetProperty(field, out var given) && given.ValueKind == JsonValueKind.Array
            ? [.. given.EnumerateArray().Select(c => c.GetString()!)]
            : [];

    private static IReadOnlyList<Expectation> Expectations(JsonElement written, string field, string id) =>
        written.TryGetProperty(field, out var given)
            ? [.. given.EnumerateArray().Select(e => Expectation.Read(e, id))]
            : [];
}
