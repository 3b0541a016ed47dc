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

    /// <summary>The patient's own record, where the file holds just one.</summary>
    public static Patient? RecordIn(FhirFile file)
    {
        var patients = file.All.Select(p => p.Resource).OfType<Patient>().DistinctBy(KeyOf).ToList();
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
        if (file.Find(subject.Reference, from) is Patient patient)
            return new(KeyOf(patient), NameOf(patient), null);
        if (ByIdentifier(file, subject.Identifier) is { } known)
            return new(KeyOf(known), NameOf(known), null);
        if (subject.Reference is not { Length: > 0 } reference)
            return subject.Identifier is { Value: not null } identifier
                ? new(Text(identifier), subject.Display ?? identifier.Value, null)
                : new(subject.Display ?? "", subject.Display ?? "", null);
        var address = FhirFile.Unversioned(reference);
        var relative = FhirFile.Relative(address);
        var server = address.Length > relative.Length ? address[..^relative.Length] : null;
        return new(relative, subject.Display ?? relative, server);
    }

    private static Patient? ByIdentifier(FhirFile file, Identifier? identifier) =>
        identifier?.Value is null
            ? null
            : file
                .All.Select(p => p.Resource)
                .OfType<Patient>()
                .FirstOrDefault(p => p.Identifier.Any(i => Text(i) == Text(identifier)));

    /// <summary>By identifier where there is one: two records of one person may have two ids.</summary>
    private static string KeyOf(Patient patient) =>
        patient.Identifier.FirstOrDefault(i => i.Value is not null) is { } identifier ? Text(identifier)
        : patient.Id is { Length: > 0 } id ? $"Patient/{id}"
        : NameOf(patient);

    private static string NameOf(Patient patient) =>
        patient.Name.Select(n => n.Text ?? string.Join(' ', n.Given.Append(n.Family)).Trim()).FirstOrDefault()
            is { Length: > 0 } name
            ? name
            : $"Patient/{patient.Id}";

    private static string Text(Identifier identifier) => $"{identifier.System}|{identifier.Value}";

    /// <param name="Server">The server whose id it is; null where the reference names none.</param>
    private sealed record Somebody(string Key, string Name, string? Server);
}
