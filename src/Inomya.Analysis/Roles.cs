namespace Inomya.Analysis;

/// <summary>Which column is what.</summary>
/// <param name="Outcome">The column to explain.</param>
/// <param name="OtherSymptoms">
/// Columns that are consequences of the same illness: never used to explain the outcome.
/// </param>
/// <param name="Factors">Candidate influences and what each holds.</param>
public sealed record Roles(
    string Outcome,
    IReadOnlyList<string> OtherSymptoms,
    IReadOnlyDictionary<string, FactorKind> Factors
)
{
    /// <summary>The most lags that are ever looked at, in days.</summary>
    public const int MostLags = 14;

    /// <summary>The longest delay looked at, in days: 0 is the same day. 0 to <see cref="MostLags"/>.</summary>
    public int MaxLag { get; init; } = 3;

    /// <summary>The treatment to judge, if any.</summary>
    public TreatmentRole? Treatment { get; init; }

    /// <summary>
    /// The column that is 1 on days called bad; null: there is none. Where such a day has no outcome it counts as one
    /// above the usual (see docs/methods/bad-days.md), and the column is never a factor.
    /// </summary>
    public string? BadDays { get; init; }

    /// <summary>Every course of a treatment, judged together; empty: none.</summary>
    public IReadOnlyList<TreatmentCourse> Courses { get; init; } = [];

    /// <summary>
    /// Nothing but the courses is asked: they come out as ever, and what else there is to say is not worked out.
    /// </summary>
    public bool OnlyCourses { get; init; }

    /// <summary>
    /// The outcome from which a day counts as a flare day, in outcome units; null: no own definition.
    /// </summary>
    public double? FlareThreshold { get; init; }

    /// <summary>First day to forecast, days since 1970-01-01; null: the last 30 % of the recorded span.</summary>
    public int? ForecastFromDay { get; init; }

    /// <summary>
    /// The smallest change of the outcome that matters to the person, in outcome units; null: verdicts compare against
    /// 0.
    /// </summary>
    public double? MinimalImportantChange { get; init; }

    /// <summary>
    /// Factors that are activity, looked at for payback on the days after; null: the reactive ones that are not yes/no.
    /// </summary>
    public IReadOnlyList<string>? Activities { get; init; }

    /// <summary>Different whole numbers up to which they are ranks: 0 to 10 has so many.</summary>
    private const int PointsOfARank = 11;

    /// <summary>True when a higher outcome is worse (pain); false for outcomes such as sleep quality or mood.</summary>
    public bool HigherIsWorse { get; init; } = true;

    /// <summary>
    /// Guesses kinds from the values: 0 and 1 only is yes/no, few whole numbers a rank, other numbers a quantity.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="outcome">The column to explain.</param>
    /// <returns>
    /// Roles with every other column as a factor. No column is taken for a consequence: tell what is.
    /// </returns>
    /// <exception cref="ArgumentException">There is no column of that name.</exception>
    public static Roles Infer(DailyTable table, string outcome)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Find(outcome) is null)
            throw new ArgumentException($"There is no column '{outcome}'.", nameof(outcome));

        var kinds = table
            .Names.Where(name => !string.Equals(name, outcome, StringComparison.Ordinal))
            .ToDictionary(name => name, name => KindOf(table.Find(name)!), StringComparer.Ordinal);
        return new Roles(outcome, [], kinds);
    }

    private static FactorKind KindOf(double[] values)
    {
        var distinct = values.Where(v => !double.IsNaN(v)).Distinct().ToList();
        if (distinct.All(v => v is 0 or 1))
            return FactorKind.Binary;
        return distinct.Count <= PointsOfARank && distinct.All(double.IsInteger)
            ? FactorKind.Ordinal
            : FactorKind.Numeric;
    }
}
