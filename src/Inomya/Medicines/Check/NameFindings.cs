namespace Inomya.Medicines;

/// <summary>Names that were not read, or not as written.</summary>
internal static class NameFindings
{
    private static readonly Basis Own = new([], true);

    public static IEnumerable<MedicineFinding> Of(
        IEnumerable<(Medicine Medicine, NameReading Reading, NameDoubt Doubt)> doubts
    ) =>
        doubts
            .Select(d =>
                d.Doubt switch
                {
                    NameDoubt.ReadAs => Finding(d.Medicine, Severity.Info, "read-as", d.Reading.ReadAs!),
                    NameDoubt.Differs => Finding(d.Medicine, Severity.Caution, "differs", d.Medicine.Product!),
                    NameDoubt.AnyCountry => Finding(
                        d.Medicine,
                        Severity.Info,
                        "any-country",
                        string.Join(", ", d.Reading.Parts.Select(p => p.Substance.Name)),
                        MedicineCheckWords.SubstanceValue
                    ),
                    _ when d.Reading.DidYouMean.Count > 0 => Finding(
                        d.Medicine,
                        Severity.Caution,
                        "did-you-mean",
                        string.Join(", ", d.Reading.DidYouMean)
                    ),
                    _ => Finding(d.Medicine, Severity.Caution, "not-known", ""),
                }
            )
            .DistinctBy(f => f.Key);

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
            $"safety.name.{what}",
            new Dictionary<string, string> { ["a"] = medicine.Name, [value] = other },
            "safety.action.check-name",
            Own
        );
}
