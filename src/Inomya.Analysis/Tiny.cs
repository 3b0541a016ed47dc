namespace Inomya.Analysis;

/// <summary>Where the numbers of a computer end, so that no division or logarithm meets a zero that is only rounding.</summary>
/// <remarks>
/// A double has 16 digits, of which sums of squares of years of days lose about half: hence 1e-9 of a size, and its
/// like for a square. Ours; far below anything that is told.
/// </remarks>
internal static class Tiny
{
    /// <summary>What is divided by, or taken the logarithm of, is at least this; the least normal double is 2e-308.</summary>
    public const double Least = 1e-300;

    /// <summary>Relative difference up to which two sums are the same number, added up in another order.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Squared residual below which a fit is exact, where the outcome is in standard deviations.</summary>
    public const double ExactFit = 1e-12;

    /// <summary>What the other columns leave of a column's square when it says nothing new.</summary>
    public const double Spanned = 1e-10;

    /// <summary>Prior precision that keeps a regression solvable and says nothing of a coefficient.</summary>
    public const double NoPrior = 1e-6;
}
