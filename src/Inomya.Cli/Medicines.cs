using System.CommandLine;
using Inomya.Content;
using Inomya.Medicines;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Cli;

/// <summary>
/// inomya medicines check: what to talk about with a pharmacist or doctor, for a list of medicines. Offline.
/// </summary>
internal static class Medicines
{
    private static readonly Argument<string> List = new("list")
    {
        Description = """
            A JSON file: [{"name": "duloxetine", "dose": {"value": 60, "unit": "mg"}, "times_per_day": 1, …}].
            What is not taken daily has "every_days": 7 or "times_per_week": 1.
            """,
    };

    private static readonly Option<string?> On = new("--on")
    {
        Description = "The day to count to, as 2026-11-22 (default: today).",
    };

    private static readonly Option<int?> Age = new("--age")
    {
        Description = "Age in years, for limits that depend on it.",
    };

    private static readonly Option<string[]> Condition = new("--condition")
    {
        Description = "A condition that matters for medicines, such as pregnancy; may be repeated.",
    };

    private static readonly Option<string?> Country = new("--country")
    {
        Description = "Where the person lives, as ES (ISO 3166), for what the label says there.",
    };

    private const int OldestYears = 130;

    public static Command Command()
    {
        var check = new Command(
            "check",
            "Interactions, duplicates, label limits and more; never advice to change a prescribed medicine."
        )
        {
            List,
            On,
            Age,
            Condition,
            Country,
            Output.Json,
        };
        check.SetAction(call => Check(call));
        return new Command("medicines", "The offline check of medicines and supplements.") { check };
    }

    private static int Check(ParseResult call)
    {
        var file = call.GetValue(List)!;
        var day = DayOf(call.GetValue(On));
        var country = CountryOf(call.GetValue(Country));
        var content = new ContentFolder();
        var catalogue = new MedicineCatalogue(content);
        var words = new MedicineCheckWords(catalogue, new Words(content));
        if (Read(file, catalogue.Units, day) is not { } list)
            return ExitCode.Unreadable;

        foreach (var refusal in list.Refused)
            Output.Say($"{file}: {words.Refusal(refusal)}");
        var person = PersonOf(call, catalogue) with { Country = country };
        var findings = new MedicineCheck(catalogue).Check(list.Medicines, day, person);
        Print(call, new Checked(day, findings, list.Refused), words);
        return list.Refused.Count > 0 ? ExitCode.SomeRefused : ExitCode.Done;
    }

    private sealed record Checked(
        LocalDate On,
        IReadOnlyList<MedicineFinding> Findings,
        IReadOnlyList<Refusal> Refused
    );

    private static void Print(ParseResult call, Checked list, MedicineCheckWords words)
    {
        if (call.GetValue(Output.Json))
            Output.Print(Document(list, words));
        else
            Write(list.Findings, words);
    }

    private static PersonFacts PersonOf(ParseResult call, MedicineCatalogue catalogue)
    {
        var conditions = call.GetValue(Condition) ?? [];
        if (conditions.FirstOrDefault(c => catalogue.ConditionsIn(c).Count == 0) is { } unknown)
            throw new UsageException(
                $"--condition: '{unknown}' is not known.{Near(unknown, catalogue)} Known: {Known(catalogue)}."
            );
        return new PersonFacts(AgeOf(call.GetValue(Age)), conditions);
    }

    private static int? AgeOf(int? years) =>
        years is < 0 or > OldestYears
            ? throw new UsageException($"--age: {years} is not an age in years (0 to {OldestYears}).")
            : years;

    private static string Near(string condition, MedicineCatalogue catalogue) =>
        catalogue.Names.Read(condition).DidYouMean.FirstOrDefault(n => catalogue.ConditionsIn(n).Count > 0) is { } near
            ? $" Did you mean {near}?"
            : "";

    private static string Known(MedicineCatalogue catalogue) =>
        string.Join(", ", catalogue.Conditions.Select(c => c.Name).Order(StringComparer.Ordinal));

    private static LocalDate DayOf(string? written)
    {
        if (written is null)
            return SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).Date;
        var day = LocalDatePattern.Iso.Parse(written);
        return day.Success ? day.Value : throw new UsageException($"--on: '{written}' is not a day as 2026-11-22.");
    }

    private static string? CountryOf(string? written) =>
        written is null
            ? null
            : Countries.Find(written)
                ?? throw new UsageException($"--country: '{written}' is not a country of ISO 3166, such as ES.");

    /// <summary>The list; null, with the reason said, when the file is no list.</summary>
    private static MedicineList? Read(string file, DoseUnits units, LocalDate day)
    {
        try
        {
            using var json = File.OpenRead(file);
            return MedicineList.Read(json, units, day);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            Output.Say($"{file}: {e.Message}");
            return null;
        }
    }

    private static object Document(Checked list, MedicineCheckWords words) =>
        new
        {
            list.On,
            Findings = list.Findings.Select(f => Document(f, words)),
            Refused = list.Refused.Select(r => new
            {
                r.Entry,
                r.Name,
                Reason = words.Refusal(r),
            }),
            words.Notice,
        };

    private static object Document(MedicineFinding finding, MedicineCheckWords words) =>
        new
        {
            Kind = Kebab(finding.Kind),
            Severity = Kebab(finding.Severity),
            finding.Between,
            Text = words.Text(finding),
            Action = words.Action(finding),
            finding.Basis.Sources,
            finding.Basis.Verified,
            finding.Rule,
        };

    private static void Write(IReadOnlyList<MedicineFinding> findings, MedicineCheckWords words)
    {
        foreach (var finding in findings)
            Write(finding, words);
        Console.Out.WriteLine(words.Notice);
    }

    private static void Write(MedicineFinding finding, MedicineCheckWords words)
    {
        var names = string.Join(" + ", words.Names(finding));
        Console.Out.WriteLine($"{words.Severity(finding.Severity)}: {names}");
        Console.Out.WriteLine($"  {words.Text(finding)}");
        Console.Out.WriteLine($"  {words.Action(finding)}");
        foreach (var source in finding.Basis.Sources)
            Console.Out.WriteLine($"  [{source}]");
        Console.Out.WriteLine();
    }

    /// <summary>UpperLimit is "upper-limit" in JSON.</summary>
    private static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
