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
    public static readonly SettingKey OutcomeSetting = new("outcome");

    /// <summary>The measure that says that a day was bad and nothing else.</summary>
    internal const string BadDay = "bad_day";

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
        var roles = RolesOf(outcome, series, asNeeded) with
        {
            Courses = question.Courses,
            OnlyCourses = question.OnlyCourses,
            MinimalImportantChange = question.MinimalChange,
            FlareThreshold = question.Flare is { } flare && flare.Outcome == outcome.Key.Name ? flare.Threshold : null,
            Treatment = question.Kept is null ? null : new TreatmentRole(Kept, Analysis.TreatmentKind.Step),
        };
        var table = TableOf(series, roles, question.Kept);
        return new FindingReport(outcome, series, roles, KeptResults.Of(table, roles, stop));
    }

    /// <summary>What every column but the outcome is to it: a factor, another symptom, or neither.</summary>
    private static Roles RolesOf(DayColumn outcome, DaySeries series, IReadOnlySet<string> asNeeded)
    {
        var others = series.Columns.Where(c => c != outcome).ToList();
        var symptoms = others.Where(c => IsOtherSymptom(c, asNeeded)).Select(c => c.Key.Name);
        return new Roles(outcome.Key.Name, [.. symptoms], FactorsOf(others, asNeeded))
        {
            HigherIsWorse = outcome.Measure?.Better != Better.Higher,
            BadDays = BadDay,
        };
    }

    private static bool IsOtherSymptom(DayColumn column, IReadOnlySet<string> asNeeded) =>
        column.Measure?.Role == MeasureRole.Symptom && KindOf(column, asNeeded) is null;

    private static Dictionary<string, FactorKind> FactorsOf(List<DayColumn> columns, IReadOnlySet<string> asNeeded)
    {
        var factors = new Dictionary<string, FactorKind>(StringComparer.Ordinal);
        foreach (var column in columns)
            if (KindOf(column, asNeeded) is { } kind)
                factors.TryAdd(column.Key.Name, kind);
        return factors;
    }

    private static DailyTable TableOf(DaySeries series, Roles roles, double[]? kept)
    {
        var columns = ColumnsOf(series, roles, kept).ToList();
        return new DailyTable(
            [.. columns.Select(c => c.Name)],
            [.. Enumerable.Range(series.First.ToEpochDay(), series.Days)],
            [.. columns.Select(c => c.Values)]
        );
    }

    private static IEnumerable<(string Name, double[] Values)> ColumnsOf(DaySeries series, Roles roles, double[]? kept)
    {
        var columns = series.Columns.Select(c => (c.Key.Name, c.Values)).Where(c => HasRole(c.Name, roles));
        return kept is null ? columns : columns.Append((Kept, kept));
    }

    private static bool HasRole(string column, Roles roles) =>
        column == roles.Outcome
        || column == roles.BadDays
        || roles.Factors.ContainsKey(column)
        || roles.OtherSymptoms.Contains(column);

    /// <summary>
    /// Reads the journal and says what it says about the person's outcome; null for an empty journal. As long as
    /// nothing is written to the journal, it is read and worked out once.
    /// </summary>
    public static Task<FindingReport?> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        string? chosen = null,
        CancellationToken stop = default
    ) => KeptReadings.OfAsync(journal, (catalogue, chosen), () => ReadNowAsync(journal, catalogue, chosen, stop), stop);

    private static async Task<FindingReport?> ReadNowAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        string? chosen,
        CancellationToken stop
    )
    {
        if (await DaySeriesReader.ReadAsync(journal, catalogue, stop: stop) is not { } series)
            return null;
        var settings = await journal.SettingsAsync(stop);
        var question = new FindingQuestion { Flare = OwnFlare.Parse(settings.GetValueOrDefault(OwnFlare.Setting)) };
        var asNeeded = AsNeeded(await journal.AllAsync<Treatment>(stop), await journal.AllAsync<Course>(stop));
        var report = Of(
            series,
            chosen ?? settings.GetValueOrDefault(OutcomeSetting),
            asNeeded,
            question,
            journal.StopOr(stop)
        );
        return report is null ? null : report with { Hours = await HoursOfAsync(report.Outcome, journal, stop) };
    }

    private static Task<CyclePattern?> HoursOfAsync(DayColumn outcome, Journal journal, CancellationToken stop) =>
        HoursOfDay.OfAsync(journal, outcome.Key, outcome.Key.Scale ?? outcome.Measure?.Scale, stop);

    /// <summary>The columns of the treatments that are taken when it is bad.</summary>
    public static IReadOnlySet<string> AsNeeded(IEnumerable<Treatment> treatments, IEnumerable<Course> courses)
    {
        var ids = courses.Where(c => c.AsNeeded).Select(c => c.TreatmentId).ToHashSet();
        return treatments.Where(t => ids.Contains(t.Id)).Select(t => ColumnName.OfTreatment(t.Name).Name).ToHashSet();
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
