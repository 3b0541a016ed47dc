namespace Inomya.Analysis;

/// <summary>The columns by which found triggers enter other parts of the analysis, as they act under the best reading.</summary>
internal static class ExplainedPart
{
    /// <summary>Shape (selected triggers) of shape (days): each lagged, and carried over where the outcome carries effects over.</summary>
    public static List<double[]> Columns(IReadOnlyList<Trigger> triggers, CandidateSet candidates, Reading reading, int days)
    {
        var columns = new List<double[]>();
        for (var j = 0; j < triggers.Count; j++)
        {
            if (!triggers[j].Selected) continue;
            var column = new double[days];
            candidates.Fill(candidates.All[j], column);
            if (reading.Dynamics == Dynamics.Carries) TriggerSearch.CarryOver(column, reading.Phi);
            columns.Add(column);
        }
        return columns;
    }
}
