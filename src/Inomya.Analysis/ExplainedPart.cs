namespace Inomya.Analysis;

/// <summary>A found trigger as a column of a regression: lagged, and carried over where the outcome carries effects over.</summary>
internal sealed record ExplainedPart(string Factor, double[] Column)
{
    /// <summary>One for every selected trigger, as it acts under the best reading.</summary>
    public static List<ExplainedPart> Of(
        IReadOnlyList<Trigger> triggers,
        CandidateSet candidates,
        Reading reading,
        int days
    )
    {
        var parts = new List<ExplainedPart>();
        for (var j = 0; j < triggers.Count; j++)
        {
            if (!triggers[j].Selected)
                continue;
            var column = new double[days];
            candidates.Fill(candidates.All[j], column, reading.CarryOver);
            parts.Add(new ExplainedPart(triggers[j].Factor, column));
        }
        return parts;
    }
}
