using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inomya.Content;
using Inomya.Fhir;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Tests.Importing.Fuzz;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Bench;

/// <summary>Gives broken files to every importer until the time is over, and tells how many, and which one failed how.</summary>
/// <remarks>Each file is made from its number: "12/345" is the same broken file on every machine.</remarks>
internal static class FuzzBench
{
    private const int InTurn = 200,
        PackedEvery = 4;

    private static readonly LocalDate Today = new(2026, 11, 30);
    private static readonly DayClock Madrid = new(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]);
    private static readonly ContentFolder Content = new();
    private static readonly MeasureCatalogue Catalogue = new(Content);
    private static readonly MeasureList Measures = new(Catalogue.Measures);
    private static readonly LabTests Tests = new(Content);

    private const string Bundle =
        """{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"urn:uuid:0","resource":{"resourceType":"Observation","id":"a","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"2276-4","display":"Ferritin"}]},"subject":{"reference":"Patient/1"},"effectiveDateTime":"2026-03-01T08:30:00+01:00","referenceRange":[{"low":{"value":12,"unit":"ug/L"},"high":{"value":150,"unit":"ug/L"}}],"valueQuantity":{"value":42,"unit":"ng/mL","system":"http://unitsofmeasure.org","code":"ng/mL"}}}]}""";

    private const string Record = """
        <?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><recordTarget><patientRole><id root="1.1" extension="p-7"/><patient><name><given>Ana</given><family>Ruiz</family></name><administrativeGenderCode code="F"/><birthTime value="19840517"/></patient></patientRole></recordTarget><component><structuredBody><component><section><code code="30954-2" codeSystem="2.16.840.1.113883.6.1"/><entry><organizer classCode="BATTERY" moodCode="EVN"><id root="9.9" extension="order-1"/><statusCode code="completed"/><component><observation classCode="OBS" moodCode="EVN"><id root="1.2.3" extension="4"/><code code="2276-4" codeSystem="2.16.840.1.113883.6.1" displayName="Ferritin"/><statusCode code="completed"/><effectiveTime value="20260301233000+0000"/><value xsi:type="PQ" value="42" unit="ng/mL"/></observation></component></organizer></entry></section></component></structuredBody></component></ClinicalDocument>
        """;

    private const string LabTable = "date;test;value;unit;low;high\n2026-03-01;Ferritin;42;ng/mL;12;150\n";

    private sealed record Target(string Name, byte[] Whole, Action<Stream> Read, bool CanBePacked);

    private static readonly Target[] Targets =
    [
        .. FuzzSeeds.All.Select(s => new Target(s.Name, s.Bytes, file => ReadFile(file, s.Name), CanBePacked: true)),
        Lab("results.json", Bundle),
        Lab("record.xml", Record),
        new("results.csv", Encoding.UTF8.GetBytes(LabTable), ReadLabTable, CanBePacked: false),
    ];

    public static int Run(double minutes)
    {
        var until = Stopwatch.StartNew();
        var wrong = new SortedDictionary<string, (string First, long Times)>(StringComparer.Ordinal);
        var counts = new long[Targets.Length];
        for (var turn = 0; until.Elapsed.TotalMinutes < minutes; turn++)
        for (var target = 0; target < Targets.Length && until.Elapsed.TotalMinutes < minutes; target++)
        for (var n = turn * InTurn; n < (turn + 1) * InTurn; n++, counts[target]++)
            if (WrongWith(target, n) is { } why)
                wrong[why] = wrong.TryGetValue(why, out var told)
                    ? (told.First, told.Times + 1)
                    : ($"{target}/{n} {Targets[target].Name}", 1);
        Print(counts.Sum(), wrong);
        return wrong.Count > 0 ? 1 : 0;
    }

    private static void Print(long count, SortedDictionary<string, (string First, long Times)> wrong) =>
        Table.Print(
            $"Broken files: {count.ToString("N0", CultureInfo.InvariantCulture)}, of {Targets.Length} kinds; {wrong.Count} ways to fail",
            ["what went wrong", "first", "times"],
            [.. wrong.Select(w => (string[])[w.Key, w.Value.First, $"{w.Value.Times}"])]
        );

    private static string? WrongWith(int at, int number)
    {
        var target = Targets[at];
        var random = new Random(at * 1_000_003 + number);
        var broken = new Mutator(random).Change(target.Whole, Targets[random.Next(Targets.Length)].Whole);
        if (target.CanBePacked && random.Next(PackedEvery) == 0)
            broken = FuzzSeeds.Packed(target.Name, broken);
        return FuzzWatch.WrongWith(broken, target.Read);
    }

    private static Target Lab(string name, string text) =>
        new(name, Encoding.UTF8.GetBytes(text), ReadLab, CanBePacked: false);

    private static void ReadFile(Stream file, string name) =>
        _ = ImportFile.Read(file, new ImportOptions { Name = name, Days = Madrid }, Catalogue, Measures, Today).To;

    private static void ReadLab(Stream file)
    {
        if (LabResources.Recognises(file))
            _ = LabResources.Read(file, Tests, Today, Madrid).To;
        else
            ReadLabTable(file);
    }

    private static void ReadLabTable(Stream file)
    {
        _ = LabCsv.Recognises(file);
        _ = LabCsv.Read(file, Tests, Today, Madrid).To;
    }
}
