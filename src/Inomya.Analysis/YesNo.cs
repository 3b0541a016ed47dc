namespace Inomya.Analysis;

/// <summary>A yes/no column: 1 is yes, 0 is no, NaN is neither.</summary>
internal static class YesNo
{
    /// <summary>Between no and yes, so that a value put together from others is read as the nearer one.</summary>
    private const double Middle = 0.5;

    /// <summary>False where nothing was recorded.</summary>
    public static bool IsYes(double value) => value > Middle;
}
