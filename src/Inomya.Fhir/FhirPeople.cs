using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>Whom the results of a file are about: one person is one however references write them.</summary>
internal static class FhirPeople
{
    private const int MostNamed = 5;

    /// <summary>The people, each by a name to show; one for a file that names nobody.</summary>
    public static IReadOnlyList<string> Of(FhirFile file)
    {
        var people = file
            .All.Select(placed => (Subject: SubjectOf(placed.Resource), From: placed))
            .Where(s => s.Subject is not null)
            .Select(s => PersonOf(file, s.Subject!, s.From))
            .ToList();
        var servers = people.Select(p => p.Server).OfType<string>().Distinct().Count();
        return
        [
            .. people
                // an address that names no server is of the only one there is
                .DistinctBy(p => servers > 1 ? $"{p.Server}|{p.Key}" : p.Key)
                .Select(p => p.Name)
                .Take(MostNamed),
        ];
    }

    /// <summary>The record of whom the results are about; null where the file does not hold it, or holds other people.</summary>
    public static Patient? RecordIn(FhirFile file)
    {
        var subjects = file
            .All.Select(p => (Subject: SubjectOf(p.Resource), From: p))
            .Where(s => s.Subject is not null);
        var patients = subjects
            .Select(s => file.Find(s.Subject!.Reference, s.From) as Patient ?? ByIdentifier(file, s.Subject.Identifier))
            .Distinct()
            .ToList();
        return patients.Count == 1 ? patients[0] : null;
    }

    private static ResourceReference? SubjectOf(Resource resource) =>
        resource switch
        {
            Observation observation => observation.Subject,
            DiagnosticReport report => report.Subject,
            _ => null,
        };

    private static Somebody PersonOf(FhirFile file, ResourceReference subject, PlacedResource from)
    {
        if (file.FindPlaced(subject.Reference, from) is { Resource: Patient patient } placed)
            return PersonOf(patient, placed);
        if (ByIdentifier(file, subject.Identifier) is { } known)
            return new(KeyOf(known, isContained: false), NameOf(known), null);
        if (subject.Reference is not { Length: > 0 } reference)
            return subject.Identifier is { Value: not null } identifier
                ? new(Text(identifier), subject.Display ?? identifier.Value, null)
                : new(subject.Display ?? "", subject.Display ?? "", null);
        var address = FhirFile.Unversioned(reference);
        var relative = FhirFile.Relative(address);
        var server = address.Length > relative.Length ? address[..^relative.Length].TrimEnd('/') : null;
        return new(relative, subject.Display ?? relative, server);
    }

    /// <summary>Somebody known by an id is of the server that gave it.</summary>
    private static Somebody PersonOf(Patient patient, PlacedResource placed) =>
        new(
            KeyOf(patient, placed.Holder is not null),
            NameOf(patient),
            IdentifierOf(patient) is null && placed.Holder is null ? placed.Server : null
        );

    private static Identifier? IdentifierOf(Patient patient) =>
        patient.Identifier.FirstOrDefault(i => i.Value is not null);

    private static Patient? ByIdentifier(FhirFile file, Identifier? identifier) =>
        identifier?.Value is null
            ? null
            : file
                .All.Select(p => p.Resource)
                .OfType<Patient>()
                .FirstOrDefault(p => p.Identifier.Any(i => Text(i) == Text(identifier)));

    /// <summary>
    /// By identifier where there is one: two records of one person may have two ids. The id of one that a report contains
    /// is its own there alone, so that one is known by name and birthday.
    /// </summary>
    private static string KeyOf(Patient patient, bool isContained) =>
        IdentifierOf(patient) is { } identifier ? Text(identifier)
        : isContained || patient.Id is not { Length: > 0 } id ? $"{NameOf(patient)}|{patient.BirthDate}"
        : $"Patient/{id}";

    private static string NameOf(Patient patient) =>
        patient.Name.Select(n => n.Text ?? string.Join(' ', n.Given.Append(n.Family)).Trim()).FirstOrDefault()
            is { Length: > 0 } name
            ? name
            : $"Patient/{patient.Id}";

    private static string Text(Identifier identifier) => $"{identifier.System}|{identifier.Value}";

    /// <param name="Server">The server whose id it is; null where the reference names none.</param>
    private sealed record Somebody(string Key, string Name, string? Server);
}
