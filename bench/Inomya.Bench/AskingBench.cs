using Inomya.Analysis;
using Inomya.Bench.People;

namespace Inomya.Bench;

/// <summary>Half the questions, chosen by value or by lot, beside all of them: how much wider the intervals become.</summary>
internal static class AskingBench
{
    private const int AllAskedFor = 60,
        Week = 7;

    public static int Run(int persons)
    {
        var made = Enumerable.Range(1, persons).Select(seed => Maker.Make(Scenario.All[0], 5000 + seed)).ToList();
        var all = made.ConvertAll(p => Engine.Analyze(p.Table, p.Roles));
        var rows = new List<string[]> { Row("all", made, all, all, made.ConvertAll(_ => 1.0)) };
        foreach (
            var (name, byValue) in (IEnumerable<(string, bool)>)[("half, by value", true), ("half, in turn", false)]
        )
        {
            var asked = made.ConvertAll(p => Asked(p, byValue));
            var results = asked.Select((a, i) => Engine.Analyze(a.Table, made[i].Roles)).ToList();
            rows.Add(Row(name, made, all, results, asked.ConvertAll(a => a.Share)));
        }
        Table.Print(
            $"Asking by value from day {AllAskedFor} on, {persons} made persons",
            ["questions", "asked", "wider at true causes", "covered", "found of true", "false"],
            rows
        );
        return 0;
    }

    private static string[] Row(
        string name,
        List<Person> made,
        List<AnalysisResult> all,
        List<AnalysisResult> results,
        List<double> shares
    )
    {
        var causes = made.SelectMany((p, i) => p.Causes.Select(c => (Cause: c, I: i))).ToList();
        var pairs = causes.ConvertAll(c => (c.Cause, Full: Of(all[c.I], c.Cause), Now: Of(results[c.I], c.Cause)));
        var wider = pairs
            .Where(p => p is { Full: not null, Now: not null })
            .Average(p => Width(p.Now!) / Width(p.Full!));
        var found = results.Select(r => r.Triggers.Where(t => t.Selected).Select(t => t.Factor).ToHashSet()).ToList();
        return
        [
            name,
            $"{shares.Average():0 %}",
            $"{100 * (wider - 1):0.0} %",
            $"{pairs.Where(p => p.Now is not null).Average(p => Covers(p.Now!, p.Cause) ? 1.0 : 0):0.00}",
            $"{causes.Average(c => found[c.I].Contains(c.Cause.Factor) ? 1.0 : 0):0.00}",
            $"{found.Select((f, i) => f.Count(n => made[i].Causes.All(c => c.Factor != n))).Sum()}",
        ];
    }

    private static Trigger? Of(AnalysisResult result, Cause cause) =>
        result.Triggers.FirstOrDefault(t => t.Factor == cause.Factor && t.Lag == cause.Lag);

    private static double Width(Trigger t) => t.Hi - t.Lo;

    private static bool Covers(Trigger t, Cause cause) => t.Lo <= cause.Effect && cause.Effect <= t.Hi;

    /// <summary>The person's table as it were had only these questions been asked; chosen anew each week.</summary>
    private static (DailyTable Table, double Share) Asked(Person person, bool byValue)
    {
        var items = person
            .Roles.Factors.Where(f => f.Value is not (FactorKind.Weather or FactorKind.Reactive))
            .Select(f => f.Key)
            .ToHashSet();
        var columns = person.Table.Columns.Select(c => (double[])c.Clone()).ToArray();
        var table = new DailyTable(person.Table.Names, person.Table.Days, columns);
        IReadOnlyList<AnswerValue> values = [.. items.Select(i => new AnswerValue(i, 0, AskReason.Open))];
        int asked = 0,
            offered = 0;
        for (var row = AllAskedFor; row < person.Table.Days.Count; row++)
        {
            if (byValue && (row - AllAskedFor) % Week == 0)
                values = Values(table, row, person.Roles, items);
            var today = byValue
                ? AskingByValue.On(values, (items.Count + row % 2) / 2, row).Select(v => v.Factor).ToHashSet()
                : [.. values.Where((_, i) => (i + row) % 2 == 0).Select(v => v.Factor)];
            (asked, offered) = (asked + today.Count, offered + items.Count);
            foreach (var skipped in items.Except(today))
                table.Find(skipped)![row] = double.NaN;
        }
        return (table, (double)asked / offered);
    }

    private static List<AnswerValue> Values(DailyTable table, int row, Roles roles, HashSet<string> items)
    {
        var known = new DailyTable(table.Names, [.. table.Days.Take(row)], [.. table.Columns.Select(c => c[..row])]);
        return [.. AskingByValue.Of(Engine.Analyze(known, roles), roles).Where(v => items.Contains(v.Factor))];
    }
}
