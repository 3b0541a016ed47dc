namespace Inomya.Analysis;

/// <summary>
/// Sums over all pairs of neighbouring records, from which the likeliest parameters follow: a weighted regression on
/// level and lift, and how often one state followed the other.
/// </summary>
internal sealed class FlareSums
{
    // What is expected of flares before looking, as counts of days: they start on 1 day of 20 and end on 1 of 4.
    private const double StartsSeen = 2,
        UsualDaysSeen = 40,
        EndsSeen = 4,
        FlareDaysSeen = 16;

    /// <summary>A flare adds at least so many innovations: less is not a state but the noise of days.</summary>
    private const double LeastLift = 0.5;

    /// <summary>A flare starts once in 200 days to every fifth usual day, and lasts 20 to not quite two days. Ours: what is rarer, longer or shorter is not told from drift and noise.</summary>
    private const double LeastStart = 0.005,
        MostStart = 0.2,
        LeastEnd = 0.05,
        MostEnd = 0.6;

    /// <summary>Variance of the errors that no fit goes below, so that one record fitted exactly does not win.</summary>
    private const double LeastVariance = 1e-6;

    private double _levelLevel = Tiny.Rounding,
        _levelLift,
        _liftLift = Tiny.Rounding,
        _levelY,
        _liftY,
        _yY;

    private double _starts = StartsSeen,
        _usual = UsualDaysSeen,
        _ends = EndsSeen,
        _flare = FlareDaysSeen;

    /// <summary>One equation y = level × l + lift × d.</summary>
    public void AddEquation(double weight, double l, double d, double y)
    {
        _levelLevel += weight * l * l;
        _levelLift += weight * l * d;
        _liftLift += weight * d * d;
        _levelY += weight * l * y;
        _liftY += weight * d * y;
        _yY += weight * y * y;
    }

    /// <summary>Two days in a row.</summary>
    /// <param name="pair">How probable each of usual-usual, usual-flare, flare-usual and flare-flare is.</param>
    public void AddMove(ReadOnlySpan<double> pair)
    {
        _starts += pair[1];
        _usual += pair[0] + pair[1];
        _ends += pair[2];
        _flare += pair[2] + pair[3];
    }

    /// <summary>The likeliest parameters; a flare adds at least half an innovation. φ is held.</summary>
    public FlareParameters WithFlares(FlareParameters before, int pairs)
    {
        var determinant = _levelLevel * _liftLift - _levelLift * _levelLift;
        var lift =
            determinant > Tiny.ExactFit ? Math.Max(Lift(determinant), LeastLift * Math.Sqrt(before.Variance)) : 0;
        return WithLift(before, lift, pairs) with
        {
            Start = Math.Clamp(_starts / _usual, LeastStart, MostStart),
            End = Math.Clamp(_ends / _flare, LeastEnd, MostEnd),
        };
    }

    private double Lift(double determinant) => (_levelLevel * _liftY - _levelLift * _levelY) / determinant;

    /// <summary>The likeliest level and variance where a flare adds nothing. φ is held, and so are the rates.</summary>
    public FlareParameters WithoutFlares(FlareParameters before, int pairs) => WithLift(before, 0, pairs);

    private FlareParameters WithLift(FlareParameters before, double lift, int pairs)
    {
        var level = (_levelY - _levelLift * lift) / _levelLevel;
        var variance = Math.Max((_yY - level * _levelY - lift * _liftY) / pairs, LeastVariance);
        return before with { Lift = lift, Level = level, Variance = variance };
    }
}
