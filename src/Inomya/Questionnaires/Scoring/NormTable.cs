namespace Inomya.Questionnaires;

/// <summary>Norms by age, and by sex where they differ.</summary>
public sealed class NormTable
{
    public string Source { get; set; } = "";
    public List<NormRow> Rows { get; set; } = [];

    public double? Of(double? age, string? sex)
    {
        var row = Rows.Find(r => age >= r.Ages[0] && age < r.Ages[1] + 1);
        return row is null
            ? null
            : row.All
                ?? (
                    sex switch
                    {
                        "female" => row.Female,
                        "male" => row.Male,
                        _ => null,
                    }
                );
    }
}
