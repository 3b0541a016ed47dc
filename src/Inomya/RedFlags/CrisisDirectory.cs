using Inomya.Content;

namespace Inomya.RedFlags;

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
        public string Verified { get; set; } = Seen.Memory;
        public string? Source { get; set; }

        public bool IsChecked => Seen.Was(Verified);
    }
}
