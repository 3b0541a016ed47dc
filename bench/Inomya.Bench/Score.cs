using Inomya.Analysis;
using Inomya.Bench.People;

namespace Inomya.Bench;

/// <summary>How many were said, how many are there, how many of these are the same.</summary>
internal readonly record struct Hits(int Right, int Said, int There);

/// <summary>One person's result against the truth.</summary>
internal sealed record Score(
    Hits Factors,
    Hits Lags,
    bool FalseTrigger,
    int WrongSigns,
    IReadOnlyList<double> Covered,
    IReadOnlyList<double> TreatmentCovered,
    Hits Shifts,
    Hits FlareDays,
    double Squares,
    double BaseSquares,
    IReadOnlyList<ReliabilityBin> Reliability,
    double Milliseconds
)
{
    /// <summary>Days a shift may be off.</summary>
    private const int ShiftMargin = 5;

    public static Score Of(Person person, AnalysisResult result, double milliseconds)
    {
        var selected = result.Triggers.Where(t => t.Selected).ToList();
        var trueFactors = person.Causes.Select(c => c.Factor).ToHashSet();
        var saidFactors = selected.Select(t => t.Factor).ToHashSet();
        var right = selected.Where(t => person.Causes.Any(c => c.Factor == t.Factor && c.Lag == t.Lag)).ToList();
        var quality = result.ForecastQuality;
        return new Score(
            new Hits(saidFactors.Count(trueFactors.Contains), saidFactors.Count, trueFactors.Count),
            new Hits(right.Count, selected.Count, person.Causes.Count),
            saidFactors.Any(f => !trueFactors.Contains(f)),
            right.Count(t => WrongSign(person, t)),
            Coverage(person, result),
            TreatmentCoverage(person, result),
            ShiftHits(person, result),
            FlareHits(person, result),
            quality?.Brier * quality?.Days ?? 0,
            quality?.BaseRateBrier * quality?.Days ?? 0,
            quality?.Reliability ?? [],
            milliseconds
        );
    }

    private static bool WrongSign(Person person, Trigger t) =>
        person.Causes.Single(c => c.Factor == t.Factor && c.Lag == t.Lag).Effect is var effect
        && !double.IsNaN(effect)
        && Math.Sign(effect) != t.Sign;

    /// <summary>At true causes, whether found or not: looking only at found ones would hide the ones that were understated.</summary>
    private static List<double> Coverage(Person person, AnalysisResult result) =>
        [
            .. from cause in person.Causes
            where !double.IsNaN(cause.Effect)
            from t in result.Triggers
            where t.Factor == cause.Factor && t.Lag == cause.Lag
            select t.Lo <= cause.Effect && cause.Effect <= t.Hi ? 1.0 : 0,
        ];

    private static double[] TreatmentCoverage(Person person, AnalysisResult result) =>
        person.TreatmentEffect is { } truth && result.Treatment is { } said
            ? [said.Lo <= truth && truth <= said.Hi ? 1 : 0]
            : [];

    private static Hits ShiftHits(Person person, AnalysisResult result) =>
        new(
            person.ShiftDays.Count(d => result.ChangePoints.Any(c => Math.Abs(c.Day - d) <= ShiftMargin)),
            result.ChangePoints.Count,
            person.ShiftDays.Count
        );

    private static Hits FlareHits(Person person, AnalysisResult result)
    {
        var said = result
            .Flares.Where(f => f.Definition == FlareDefinition.Model)
            .SelectMany(f => Enumerable.Range(f.FromDay, f.ToDay - f.FromDay + 1))
            .ToHashSet();
        return new Hits(said.Count(person.FlareDays.Contains), said.Count, person.FlareDays.Count);
    }
}
