namespace Inomya.Journals;

/// <summary>A piece of time and the stretch that is believed in it.</summary>
internal readonly record struct Piece(SampleRow Row, long From, long To)
{
    public long Length => To - From;
}

/// <summary>Goes along the time and says of each piece which of the stretches that cover it is believed.</summary>
internal static class Sweep
{
    /// <param name="stretches">In order of start, each with a length.</param>
    /// <param name="moreEdges">Moments at which a piece ends beside the starts and ends of stretches.</param>
    /// <param name="byBelief">The one that is believed is first.</param>
    public static List<Piece> Pieces(
        IReadOnlyList<SampleRow> stretches,
        IEnumerable<long> moreEdges,
        Comparison<SampleRow> byBelief
    )
    {
        var active = new SortedSet<SampleRow>(Comparer<SampleRow>.Create(byBelief));
        var ends = new PriorityQueue<SampleRow, long>();
        var pieces = new List<Piece>();
        var edges = EdgesOf(stretches, moreEdges);
        var next = 0;
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            while (ends.TryPeek(out var over, out var end) && end <= edges[i])
            {
                active.Remove(over);
                ends.Dequeue();
            }
            for (; next < stretches.Count && stretches[next].Start <= edges[i]; next++)
                if (active.Add(stretches[next]))
                    ends.Enqueue(stretches[next], stretches[next].End);
            if (active.Count > 0)
                pieces.Add(new Piece(active.Min, edges[i], edges[i + 1]));
        }
        return pieces;
    }

    /// <summary>The piece a moment is in; null where there is none.</summary>
    public static Piece? At(long moment, List<Piece> pieces)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].To <= moment)
                low = middle + 1;
            else if (pieces[middle].From > moment)
                high = middle - 1;
            else
                return pieces[middle];
        }
        return null;
    }

    private static List<long> EdgesOf(IReadOnlyList<SampleRow> stretches, IEnumerable<long> more)
    {
        var all = new List<long>(stretches.Count * 2);
        foreach (var stretch in stretches)
        {
            all.Add(stretch.Start);
            all.Add(stretch.End);
        }
        all.AddRange(more);
        all.Sort();
        var kept = 0;
        for (var i = 0; i < all.Count; i++)
            if (kept == 0 || all[kept - 1] != all[i])
                all[kept++] = all[i];
        all.RemoveRange(kept, all.Count - kept);
        return all;
    }
}
