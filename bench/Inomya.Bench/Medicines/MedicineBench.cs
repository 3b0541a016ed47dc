using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Inomya.Content;
using Inomya.Medicines;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Bench.Medicines;

/// <summary>
/// The medicine check against yardsticks: a thesaurus, lists with what must be found, names, ordinary lists; and how
/// fast it is.
/// </summary>
internal sealed class MedicineBench(MedicineBenchOptions options)
{
    private readonly MedicineCatalogue _catalogue = new(new ContentFolder());
    private readonly List<string> _misses = [];

    /// <returns>How many budgets were missed.</returns>
    public static int Run(MedicineBenchOptions options) => new MedicineBench(options).Run();

    private int Run()
    {
        var check = new MedicineCheck(_catalogue);
        List<string[]> rows = [.. Pairs(check)];
        if (options.Lists is { } lists)
            rows.AddRange(Lists(check, ExpectedList.Read(lists, _catalogue.Units)));
        rows.AddRange(Names(options.Names));
        rows.Add(Ordinary(check, ExpectedList.Read(options.Ordinary, _catalogue.Units)));
        Table.Print("Medicine check: yardstick", ["what", "found", "of", "%"], rows);
        foreach (var miss in _misses)
            Console.WriteLine($"  {miss}");
        return Speed(check);
    }

    private IEnumerable<string[]> Pairs(MedicineCheck check)
    {
        var pairs = Thesaurus.Read(options.Thesaurus);
        foreach (var level in Thesaurus.Levels)
        {
            var ofLevel = pairs.Where(p => p.Level == level).ToList();
            var missed = ofLevel.Where(p => !Thesaurus.IsTold(_catalogue, check, p)).ToList();
            if (options.Verbose)
                _misses.AddRange(
                    missed
                        .GroupBy(p => p.Row)
                        .Select(g =>
                            $"{level} not told, {g.Key}: {string.Join(" ", g.Select(p => $"{p.First}+{p.Second}"))}"
                        )
                );
            yield return Row($"thesaurus, pairs told, {level}", ofLevel.Count - missed.Count, ofLevel.Count);
        }
    }

    private IEnumerable<string[]> Lists(MedicineCheck check, IReadOnlyList<ExpectedList> lists)
    {
        var (must, atSeverity, exactly, found, mustNot, raised) = (0, 0, 0, 0, 0, 0);
        foreach (var list in lists)
        {
            var findings = list.Check(check);
            foreach (var expected in list.Must)
            {
                must++;
                atSeverity += findings.Any(expected.IsMetBy) ? 1 : 0;
                exactly += findings.Any(expected.IsMetExactlyBy) ? 1 : 0;
                found += findings.Any(expected.IsAbout) ? 1 : 0;
                if (!findings.Any(expected.IsMetBy))
                    Miss(list, $"expected {expected}", findings);
            }

            foreach (var forbidden in list.MustNot)
            {
                mustNot++;
                if (!findings.Any(forbidden.IsMetBy))
                    continue;
                raised++;
                Miss(list, $"forbidden {forbidden}", findings);
            }
        }

        yield return Row("lists, found at their severity or above", atSeverity, must);
        yield return Row("lists, found at exactly their severity", exactly, must);
        yield return Row("lists, found at all", found, must);
        yield return Row("lists, forbidden ones raised", raised, mustNot);
    }

    private IEnumerable<string[]> Names(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var language in document.RootElement.EnumerateObject())
        {
            var cases = language.Value.EnumerateArray().Select(NameCase.Read).ToList();
            (string What, List<NameCase> Cases)[] kinds =
            [
                ("names read", [.. cases.Where(c => !c.Asked && !c.IsNoMedicine)]),
                ("misspelt names asked back", [.. cases.Where(c => c.Asked)]),
                ("lines that are no medicines, not read", [.. cases.Where(c => c.IsNoMedicine)]),
            ];
            foreach (var (what, ofKind) in kinds.Where(k => k.Cases.Count > 0))
            {
                var misses = ofKind.Select(c => c.Miss(_catalogue.Names)).OfType<string>().ToList();
                if (options.Verbose)
                    _misses.AddRange(misses.Select(m => $"not {what}, {language.Name}: {m}"));
                yield return Row($"{what}, {language.Name}", ofKind.Count - misses.Count, ofKind.Count);
            }

            yield return Row(
                $"names taken for something else, {language.Name}",
                cases.Count(c => c.IsGuess(_catalogue.Names)),
                cases.Count
            );
        }
    }

    /// <summary>
    /// Findings that ask someone to call before the next dose, on lists where a pharmacist would not.
    /// </summary>
    private string[] Ordinary(MedicineCheck check, IReadOnlyList<ExpectedList> lists)
    {
        var alarms = 0;
        foreach (var list in lists)
        foreach (var finding in list.Check(check).Where(f => f.Severity >= Severity.Serious))
        {
            alarms++;
            if (options.Verbose)
                _misses.Add(
                    $"false alarm, {list.Id}: {finding.Severity} {finding.Rule} [{string.Join(", ", finding.Between)}]"
                );
        }

        return Row("false alarms per 100 ordinary lists", alarms, lists.Count);
    }

    private void Miss(ExpectedList list, string what, IEnumerable<MedicineFinding> findings)
    {
        if (options.Verbose)
            _misses.Add(
                $"{list.Id}: {what}; found: "
                    + string.Join(
                        "; ",
                        findings.Select(f => $"{f.Kind} {f.Severity} {f.Rule} [{string.Join(", ", f.Between)}]")
                    )
            );
    }

    private static string[] Row(string what, int found, int of) =>
        [what, $"{found}", $"{of}", of == 0 ? "" : (100.0 * found / of).ToString("0.0", CultureInfo.InvariantCulture)];

    private int Speed(MedicineCheck check)
    {
        (int Medicines, double MostMilliseconds)[] budgets = [(30, 20), (200, 150)];
        var over = 0;
        List<string[]> rows = [];
        foreach (var (count, most) in budgets)
        {
            var median = Median(check, count);
            over += median > most ? 1 : 0;
            rows.Add([$"{count} medicines", $"{median:0.0}", $"{most:0}"]);
        }

        Table.Print("Medicine check: time, warm, one core", ["list", "ms (median)", "budget"], rows);
        return over;
    }

    private double Median(MedicineCheck check, int count)
    {
        const int Rounds = 30;
        var dice = new Random(20261128);
        var substances = _catalogue.Substances.Where(s => s.Kind != SubstanceKind.Condition).ToArray();
        var times = new List<double>();
        for (var round = -5; round < Rounds; round++)
        {
            dice.Shuffle(substances);
            List<Medicine> list =
            [
                .. substances.Take(count).Select((s, i) => new Medicine { Name = s.Name, Entry = i + 1 }),
            ];
            var clock = Stopwatch.StartNew();
            check.Check(list, new LocalDate(2026, 11, 28));
            if (round >= 0)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[Rounds / 2];
    }
}
