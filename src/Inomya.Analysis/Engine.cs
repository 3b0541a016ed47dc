namespace Inomya.Analysis;

/// <summary>The whole analysis of one person's table.</summary>
public static class Engine
{
    /// <summary>Changes whenever the same input may give other numbers.</summary>
    public const string Version = "2.0.0";

    /// <summary>The fewest recorded days from which anything but a refusal comes.</summary>
    public const int FewestDays = 33;

    /// <summary>The fewest recorded days from which lasting changes are looked for.</summary>
    public const int FewestDaysForChanges = ChangePointSearch.DaysNeeded;

    /// <summary>
    /// The fewest recorded days from which a flare day is forecast: those it learns from, and the rest on which it is
    /// tried.
    /// </summary>
    public const int FewestDaysForForecast = 58;

    /// <summary>A yes/no factor must have happened, and have not happened, on this many recorded days.</summary>
    public const int FewestOccurrences = 4;

    /// <summary>Everything at once: what affects the outcome, how it changed, and what cannot be told.</summary>
    /// <param name="table">What was recorded.</param>
    /// <param name="roles">Which column is what. A column that is not in the table is declined, not an error.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>The findings and what was declined. Same input, same numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A role's number is off its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AnalysisResult Analyze(DailyTable table, Roles roles, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentOutOfRangeException.ThrowIfNegative(roles.MaxLag);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(roles.MaxLag, Roles.MostLags);
        return new EngineRun(table, roles, stop).Run();
    }
}
