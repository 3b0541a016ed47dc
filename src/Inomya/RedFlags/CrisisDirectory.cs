using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.RedFlags;

/// <summary>A line to call or write to.</summary>
/// <param name="Hours">"always", "10-24" as the clock there shows, or "unknown".</param>
/// <param name="Place">Where it is for, when not for the whole country.</param>
public sealed record CrisisLine(string Name, string Number, bool ByText, string Hours, string? Place)
{
    /// <summary>The address that dials it.</summary>
    public string Dial => DialOf(Number);

    public static string DialOf(string number) => $"tel:{number.Replace(" ", "", StringComparison.Ordinal)}";
}

/// <summary>
/// Whom to call in one country. Only numbers that were found on a public page; the rest is the plain fallback.
/// </summary>
/// <param name="Emergency">Null: say "the emergency number of the place where you are".</param>
/// <param name="Lines">For thoughts of ending one's life. Empty: say that we have none, and whom to turn to.</param>
/// <param name="Poison">For a poisoning or too much of a medicine. Empty: a doctor or the emergency number.</param>
public sealed record CrisisContacts(
    string? Country,
    string? Emergency,
    IReadOnlyList<CrisisLine> Lines,
    IReadOnlyList<CrisisLine> Poison
);

/// <summary>The country table of content/crisis.</summary>
public sealed class CrisisDirectory
{
    private readonly CrisisFile _file;

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public CrisisDirectory(ContentFolder content)
    {
        _file = content.Read<CrisisFile>("crisis/lines.yaml");
        Countries = [.. _file.Countries.Select(Read)];
    }

    /// <summary>ISO date on which the numbers were checked.</summary>
    public string Checked => _file.Checked;

    /// <summary>Every country of the table, for someone whose country is not known or who is away from home.</summary>
    public IReadOnlyList<CrisisContacts> Countries { get; }

    /// <summary>The contacts of a country; for an unknown one every part is empty and the fallback speaks.</summary>
    /// <param name="country">ISO 3166, such as ES; null when not known.</param>
    public CrisisContacts For(string? country) =>
        Countries.FirstOrDefault(c => string.Equals(c.Country, country, StringComparison.OrdinalIgnoreCase))
        ?? new CrisisContacts(country, null, [], []);

    private static CrisisContacts Read(CountryRow row) =>
        new(
            row.Country,
            row.Emergency.IsChecked ? row.Emergency.Number : null,
            [.. row.Lines.Where(l => l.IsChecked).Select(Read)],
            [.. row.Poison.Where(l => l.IsChecked).Select(Read)]
        );

    private static CrisisLine Read(NumberRow line) =>
        new(line.Name, line.Number, line.By.Contains("text"), line.Hours, line.Place);

    private sealed class CrisisFile
    {
        public string Checked { get; set; } = "";
        public string? ReviewedBy { get; set; }
        public List<CountryRow> Countries { get; set; } = [];
    }

    private sealed class CountryRow
    {
        public string Country { get; set; } = "";
        public NumberRow Emergency { get; set; } = new();
        public List<NumberRow> Lines { get; set; } = [];
        public List<NumberRow> Poison { get; set; } = [];
    }

    private sealed class NumberRow
    {
        public string Name { get; set; } = "";
        public string Number { get; set; } = "";
        public List<string> By { get; set; } = [];
        public string Hours { get; set; } = "unknown";
        public string? Place { get; set; }
        public string Verified { get; set; } = "memory";
        public string? Source { get; set; }

        public bool IsChecked => Verified != "memory";
    }
}
