using Inomya.Analysis;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;

namespace Inomya.Findings;

/// <summary>
/// Takes a journal's daily table to the engine: which column is the outcome, which may act on it, which are
/// consequences.
/// </summary>
public static class JournalFindings
{
    /// <summary>The setting that holds the person's chosen outcome: name of a column.</summary>
    public const string OutcomeSetting = "outcome";

    /// <summary>The start of the names of columns that say whether a treatment was taken.</summary>
    private const string Took = "took:";

    /// <summary>The measure that says that a day was bad and nothing else.</summary>
    private const string BadDay = "bad_day";

    /// <summary>The column of <see cref="FindingQuestion.Kept"/>; no measure has a space in its id.</summary>
    private const string Kept = "kept since";

    /// <summary>The columns that can be an outcome, the most recorded first.</summary>
    public static IReadOnlyList<DayColumn> Outcomes(DaySeries series) =>
        [
            .. series
                .Columns.Where(c =>
                    c.Measure
                        is {
                            Role: MeasureRole.Symptom,
                            Kind: MeasureKind.Scale or MeasureKind.Quantity or MeasureKind.Count
                        }
                )
                .OrderByDescending(c => c.Recorded),
        ];

    /// <summary>
    /// The chosen outcome; without a choice pain, and without that the most recorded symptom. Null when there is none.
    /// </summary>
    public static DayColumn? OutcomeOf(DaySeries series, string? chosen)
    {
        var outcomes = Outcomes(series);
        return outcomes.FirstOrDefault(c => c.Key.Name == chosen)
            ?? outcomes.FirstOrDefault(c => c.Key is { Measure: "pain", Region: null })
            ?? (outcomes.Count > 0 ? outcomes[0] : null);
    }

    /// <summary>What the journal says about an outcome; null when no symptom was ever recorded.</summary>
    /// <param name="asNeeded">
    /// Columns of the treatments taken when it is bad (<see cref="AsNeeded"/>), which follow the outcome as much as
    /// they lead it.
    /// </param>
    public static FindingReport? Of(
        DaySeries series,
        string? chosen,
        IReadOnlySet<string> asNeeded,
        CancellationToken stop = default
    ) => Of(series, chosen, asNeeded, new FindingQuestion(), stop);

    /// <summary>The same with a question of one's own.</summary>
    public static FindingReport? Of(
        DaySeries series,
        string? chosen,
        IReadOnlySet<string> asNeeded,
        FindingQuestion question,
        CancellationToken stop = default
    )
    {
        if (OutcomeOf(series, chosen) is not { } outcome)
            return null;
        var factors = new Dictionary<string, FactorKind>(StringComparer.Ordinal);
        var symptoms = new List<string>();
        foreach (var column in series.Columns.Where(c => c != outcome))
            if (KindOf(column, asNeeded) is { } kind)
                factors.TryAdd(column.Key.Name, kind);
            else if (column.Measure?.Role == MeasureRole.Symptom)
                symptoms.Add(column.Key.Name);

        var used = series
            .Columns.Where(c =>
                c == outcome || factors.ContainsKey(c.Key.Name) || symptoms.Contains(c.Key.Name) || c.Key.Name == BadDay
            )
            .ToList();
        IEnumerable<(string Name, double[] Values)> columns = used.Select(c => (c.Key.Name, c.Values));
        if (question.Kept is { } kept)
            columns = columns.Append((Kept, kept));
        var table = new DailyTable(
            [.. columns.Select(c => c.Name)],
            [.. Enumerable.Range(series.First.ToEpochDay(), series.Days)],
            [.. columns.Select(c => c.Values)]
        );
        var roles = new Roles(outcome.Key.Name, symptoms, factors)
        {
            HigherIsWorse = outcome.Measure?.Better != Better.Higher,
            BadDays = BadDay,
            Courses = question.Courses,
            MinimalImportantChange = question.MinimalChange,
            FlareThreshold = question.Flare is { } flare && flare.Outcome == outcome.Key.Name ? flare.Threshold : null,
            Treatment = question.Kept is null ? null : new TreatmentRole(Kept, Analysis.TreatmentKind.Step),
        };
        return new FindingReport(outcome, series, roles, KeptResults.Of(table, roles, stop));
    }

    /// <summary>
    /// Reads the journal and says what it says about the person's outcome; null for an empty journal.
    /// </summary>
    public static async Task<FindingReport?> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        string? chosen = null,
        CancellationToken stop = default
    )
    {
        if (await DaySeriesReader.ReadAsync(journal, catalogue, stop: stop) is not { } series)
            return null;
        var settings = await journal.SettingsAsync(stop);
        var question = new FindingQuestion { Flare = OwnFlare.Parse(settings.GetValueOrDefault(OwnFlare.Setting)) };
        var report = Of(
            series,
            chosen ?? settings.GetValueOrDefault(OutcomeSetting),
            AsNeeded(await journal.AllAsync<Treatment>(stop), await journal.AllAsync<Course>(stop)),
            question,
            stop
        );
        if (report is null)
            return null;
        var key = report.Outcome.Key;
        return report with
        {
            Hours = await HoursOfDay.OfAsync(journal, key, key.Scale ?? report.Outcome.Measure?.Scale, stop),
        };
    }

    /// <summary>The columns of the treatments that are taken when it is bad.</summary>
    public static IReadOnlySet<string> AsNeeded(IEnumerable<Treatment> treatments, IEnumerable<Course> courses)
    {
        var ids = courses.Where(c => c.AsNeeded).Select(c => c.TreatmentId).ToHashSet();
        return treatments.Where(t => ids.Contains(t.Id)).Select(t => $"{Took}{t.Name}").ToHashSet();
    }

    /// <summary>What the engine takes a column for; null for one that is no factor.</summary>
    private static FactorKind? KindOf(DayColumn column, IReadOnlySet<string> asNeeded)
    {
        if (asNeeded.Contains(column.Key.Name))
            return FactorKind.Reactive;
        return column.Measure?.Role switch
        {
            MeasureRole.Numeric => FactorKind.Numeric,
            MeasureRole.Ordinal => FactorKind.Ordinal,
            MeasureRole.Count => FactorKind.Count,
            MeasureRole.Binary => FactorKind.Binary,
            MeasureRole.Weather => FactorKind.Weather,
            MeasureRole.Menstrual => FactorKind.Menstrual,
            MeasureRole.Reactive => FactorKind.Reactive,
            _ => null,
        };
    }
}
