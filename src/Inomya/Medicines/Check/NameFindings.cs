namespace Inomya.Medicines;

/// <summary>Names that were not read, or not as written.</summary>
internal static class NameFindings
{
    private static readonly Basis Own = new([], true);

    public static IEnumerable<MedicineFinding> Of(
        IEnumerable<(Medicine Medicine, NameReading Reading, NameDoubt Doubt)> doubts
    ) => doubts.Select(d => One(d.Medicine, d.Reading, d.Doubt)).DistinctBy(f => f.Key);

    private static MedicineFinding One(Medicine medicine, NameReading reading, NameDoubt doubt) =>
        doubt switch
        {
            NameDoubt.ReadAs => Finding(medicine, Severity.Info, "read-as", reading.ReadAs!),
            NameDoubt.Differs => Finding(medicine, Severity.Caution, "differs", medicine.Product!),
            NameDoubt.AnyCountry => AnyCountry(medicine, reading.Parts),
            _ => NotRead(medicine, reading.DidYouMean),
        };

    private static MedicineFinding AnyCountry(Medicine medicine, IReadOnlyList<NamePart> parts)
    {
        var substances = string.Join(", ", parts.Select(p => p.Substance.Name));
        return Finding(medicine, Severity.Info, "any-country", substances, MedicineCheckWords.SubstanceValue);
    }

    private static MedicineFinding NotRead(Medicine medicine, IReadOnlyList<string> near) =>
        near.Count > 0
            ? Finding(medicine, Severity.Caution, "did-you-mean", string.Join(", ", near))
            : Finding(medicine, Severity.Caution, "not-known", "");

    /// <summary>A condition that the check does not know is said, never passed over.</summary>
    public static IEnumerable<MedicineFinding> OfConditions(IEnumerable<string> unknown) =>
        unknown.Select(c => Finding(new Medicine { Name = c }, Severity.Info, "condition-not-known", ""));

    private static MedicineFinding Finding(
        Medicine medicine,
        Severity severity,
        string what,
        string other,
        string value = "other"
    ) =>
        new(
            FindingKind.UnknownName,
            severity,
            $"name-{what}",
            [medicine.Name],
            $"medicine-check.name.{what}",
            new Dictionary<string, string> { ["a"] = medicine.Name, [value] = other },
            "medicine-check.action.check-name",
            Own
        );
}
