namespace Inomya.Analysis;

/// <summary>Adding up numbers of which only the logs fit into a double.</summary>
internal static class LogSum
{
    /// <summary>Log of the sum of what these are logs of; -infinity when all are.</summary>
    /// <param name="logs">One or more.</param>
    public static double Of(IEnumerable<double> logs)
    {
        double[] all = [.. logs];
        var top = all.Max();
        return double.IsNegativeInfinity(top) ? top : top + Math.Log(all.Sum(l => Math.Exp(l - top)));
    }

    /// <summary>Each one's share of the sum.</summary>
    public static double[] Shares(double[] logs)
    {
        var sum = Of(logs);
        return Array.ConvertAll(logs, l => Math.Exp(l - sum));
    }
}
