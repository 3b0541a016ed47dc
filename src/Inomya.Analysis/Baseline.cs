namespace Inomya.Analysis;

/// <summary>
/// What moves the outcome without being a finding: its level, the days of the week, slow drift and season, known shifts and treatment.
/// </summary>
internal sealed class Baseline
{
    /// <summary>Prior precision of a known shift and of a found trigger that is held fixed: hardly any.</summary>
    public const double StepPrecision = 0.1;

    /// <summary>Slow drift is what takes six weeks or longer. Ours: faster waves would take a trigger's share.</summary>
    private const int DaysPerCosine = 45;

    /// <summary>As many as three years have. Ours, for time.</summary>
    private const int MostCosines = 24;

    /// <summary>Power by which faster waves are held tighter: between a wandering level (1) and a smooth curve (2). Ours.</summary>
    private const double Smoothness = 1.5;

    /// <summary>A column and how tightly it is held towards 0.</summary>
    private enum Held
    {
        Free,
        Weekly,
        Slow,
        Step,
    }

    private readonly int _days;
    private readonly List<(double[] Column, Held Held, double Scale)> _columns = [];

    public Baseline(DayGrid grid, IEnumerable<double[]> steps)
    {
        _days = grid.Length;
        Add(Held.Free, 1, _ => 1);
        AddWeek(grid);
        AddWaves();
        foreach (var step in steps)
            Add(Held.Step, 1, t => step[t]);
    }

    private void AddWeek(DayGrid grid)
    {
        for (var day = 1; day < 7; day++)
            Add(Held.Weekly, 1, t => Weekdays.Contrast(grid.Weekday(t), day));
    }

    private void AddWaves()
    {
        var cosines = Math.Clamp((int)Math.Round((double)_days / DaysPerCosine), 1, MostCosines);
        for (var k = 1; k <= cosines; k++)
            Add(Held.Slow, Math.Pow(k, Smoothness), t => Math.Cos(Math.PI * k * (t + 0.5) / _days));
    }

    private void Add(Held held, double scale, Func<int, double> at) =>
        _columns.Add(([.. Enumerable.Range(0, _days).Select(at)], held, scale));

    /// <summary>A straight line over the days, from minus a half to a half.</summary>
    public static double[] Line(int days) =>
        [.. Enumerable.Range(0, days).Select(t => (double)t / Math.Max(1, days - 1) - 0.5)];

    public int Count => _columns.Count;

    public IReadOnlyList<double[]> Columns => [.. _columns.Select(c => c.Column)];

    /// <summary>Everything but the level and the days of the week.</summary>
    public IEnumerable<double[]> SlowColumns =>
        _columns.Where(c => c.Held is Held.Slow or Held.Step).Select(c => c.Column);

    public double[] this[int i] => _columns[i].Column;

    /// <summary>
    /// Prior precision of each column's coefficient in units of the innovation: weekdays and waves are drawn towards 0, faster waves more.
    /// </summary>
    public void Ridge(double weekly, double slow, Span<double> into)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            var (_, held, scale) = _columns[i];
            into[i] = held switch
            {
                Held.Weekly => 1 / (weekly * weekly),
                Held.Slow => scale * scale / (slow * slow),
                Held.Step => StepPrecision,
                _ => Tiny.NoPrior,
            };
        }
    }

    /// <summary>The same, and behind it that of found triggers, which are held fixed.</summary>
    public double[] RidgeWith(int explained, double weekly, double slow)
    {
        var ridge = new double[Count + explained];
        Ridge(weekly, slow, ridge);
        ridge.AsSpan(Count).Fill(StepPrecision);
        return ridge;
    }
}
