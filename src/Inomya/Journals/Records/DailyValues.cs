using Inomya.Vocabulary;

namespace Inomya.Journals;

/// <summary>From the values of a day to its one value.</summary>
internal static class DailyValues
{
    /// <summary>One value from those of a day, in the order they were recorded; at least one.</summary>
    public static double Combine(DailyRule rule, IEnumerable<double> values) =>
        rule switch
        {
            DailyRule.Sum => values.Sum(),
            DailyRule.Max => values.Max(),
            DailyRule.Last => values.Last(),
            DailyRule.Median => MedianOf([.. values.Order()]),
            _ => values.Average(),
        };

    private static double MedianOf(double[] inOrder) =>
        (inOrder[(inOrder.Length - 1) / 2] + inOrder[inOrder.Length / 2]) / 2;
}
