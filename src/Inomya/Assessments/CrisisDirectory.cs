using Inomya.Content;

namespace Inomya.Assessments;

/// <summary>A line to call or write to in a crisis.</summary>
public sealed record CrisisLine(string Name, string Number, bool ByText);

/// <summary>Whom to call in one country. Only numbers that were found on a public page; the rest is the plain fallback.</summary>
/// <param name="Emergency">Null: say "the emergency number of the place where you are".</param>
/// <param name="Lines">Empty: say that we have none, and whom to turn to.</param>
public sealed record CrisisContacts(string? Country, string? Emergency, IReadOnlyList<CrisisLine> Lines);

/// <summary>The country table of content/crisis.</summary>
public sealed class CrisisDirectory
{
    private readonly CrisisFile _file;

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public CrisisDirectory(ContentFolder content) => _file = content.Read<CrisisFile>("crisis/lines.yaml");

    /// <summary>ISO date on which the numbers were checked.</summary>
    public string Checked => _file.Checked;

    /// <summary>The contacts of a country; for an unknown one both parts are empty and the fallback speaks.</summary>
    /// <param name="country">ISO 3166, such as ES; null when not known.</param>
    public CrisisContacts For(string? country)
    {
        var found = _file.Countries.Find(c => c.Country.Equals(country, StringComparison.OrdinalIgnoreCase));
        return found is null
            ? new CrisisContacts(country, null, [])
            : new CrisisContacts(
                found.Country,
                found.Emergency.IsChecked ? found.Emergency.Number : null,
                [
                    .. found
                        .Lines.Where(l => l.IsChecked)
                        .Select(l => new CrisisLine(l.Name, l.Number, l.By.Contains("text"))),
                ]
            );
    }

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
    }

    private sealed class NumberRow
    {
        public string Name { get; set; } = "";
        public string Number { get; set; } = "";
        public List<string> By { get; set; } = [];
        public string? Hours { get; set; }
        public string Verified { get; set; } = "memory";
        public string? Source { get; set; }

        public bool IsChecked => Verified != "memory";
    }
}
