namespace Inomya.Analysis;

/// <summary>Lasting shifts of the outcome's level, told from drift, season, weekday and found triggers. See docs/methods/change-points.md.</summary>
internal sealed class ChangePointSearch
{
    /// <summary>Recorded days between two shifts, and between a shift and an end.</summary>
    private const int Apart = 14;

    /// <summary>Half width of a shift's neighbourhood, in days: what is there twice within it is one shift.</summary>
    private const int Neighbourhood = 20;

    /// <summary>Shifts a year expected before looking.</summary>
    private const double ExpectedAYear = 2;

    /// <summary>τ of a shift's prior, in innovations.</summary>
    private const double ShiftSpread = 1.6;

    /// <summary>Reported when it is this probable that there is one, and this probable that it is within five days.</summary>
    private const double Reported = 0.6;
    private const double NearReported = 0.35;

    private static readonly double[] Phis = [0.15, 0.35, 0.55, 0.75, 0.88];
    private static readonly double[] SlowScales = [0.03, 0.4, 1.5];
    private const double Weekly = 0.3;

    /// <summary>Log evidence that an error structure may lack, with one shift, before it is given up.</summary>
    private const double Hopeless = 25;

    private readonly double[] _y;
    private readonly int[] _rows;
    private readonly Baseline _baseline;
    private readonly List<double[]> _columns;
    private readonly CancellationToken _stop;

    public ChangePointSearch(double[] y, Baseline baseline, IEnumerable<double[]> explained, CancellationToken stop)
    {
        (_y, _baseline, _stop) = (y, baseline, stop);
        _columns = [.. baseline.Columns, .. explained];
        _rows = [.. Enumerable.Range(0, y.Length).Where(t => !double.IsNaN(y[t]))];
    }

    /// <summary>Recorded days below which nothing is looked for.</summary>
    public const int DaysNeeded = 60;

    private sealed record Attempt(StepScan Scan, List<int> Shifts, double Evidence);

    public IReadOnlyList<ChangePoint> Find(int firstDay, double unit)
    {
        Attempt? best = null;
        foreach (var phi in Phis)
        foreach (var slow in SlowScales)
        {
            _stop.ThrowIfCancellationRequested();
            var attempt = Forward(phi, slow, best?.Evidence ?? double.NegativeInfinity);
            if (best is null || attempt.Evidence > best.Evidence)
                best = attempt;
        }
        return best!.Shifts.Count == 0 ? [] : Describe(best, firstDay, unit);
    }

    private Attempt Forward(double phi, double slow, double toBeat)
    {
        var ridge = new double[_columns.Count];
        _baseline.Ridge(Weekly, slow, ridge);
        ridge.AsSpan(_baseline.Count).Fill(Baseline.StepPrecision);
        var whitening = new GapWhitening(_rows, phi);
        var logDeterminant = whitening.LogDeterminant;
        var scan = new StepScan(whitening, _columns, ridge, _y, _rows);
        var shifts = new List<int>();
        double gain = 0;
        double[] size = new double[_rows.Length],
            error = new double[_rows.Length];
        while (true)
        {
            var factors = scan.LogBayesFactors(shifts, ShiftSpread, Apart, i => i % Stride == 0, size, error);
            if (shifts.Count == 0 && scan.Evidence + logDeterminant + factors.Max() < toBeat - Hopeless)
                break;
            var odds = LogSum(factors) + LogPrior + Math.Log(Stride);
            gain += odds > 30 ? odds : Math.Log(1 + Math.Exp(odds));
            if (odds < 0 || shifts.Count >= MostShifts)
                break;
            shifts.Add(Array.IndexOf(factors, factors.Max()));
        }
        return new Attempt(scan, shifts, scan.Evidence + gain + logDeterminant);
    }

    private int MostShifts => Math.Min(12, 3 + _rows.Length / 120);

    /// <summary>On long records every so many rows are looked at first, and all of a neighbourhood afterwards.</summary>
    private int Stride => 1 + _rows.Length / 1000;

    private double LogPrior => Math.Log(ExpectedAYear / Math.Min(_rows.Length, 365.0));

    /// <summary>Each shift given the others: moved to where it is likeliest, weak ones dropped, then described.</summary>
    private List<ChangePoint> Describe(Attempt attempt, int firstDay, double unit)
    {
        var shifts = attempt.Shifts;
        var points = new Dictionary<int, ChangePoint>();
        for (var round = 0; round < 3; round++)
        {
            points.Clear();
            foreach (var shift in shifts.ToList())
            {
                shifts.Remove(shift);
                var (point, near) = Locate(attempt.Scan, shifts, shift, firstDay, unit);
                if (point.Probability < Reported || near < NearReported && round == 2)
                    continue;
                var row = Array.BinarySearch(_rows, point.Day - firstDay);
                shifts.Add(row);
                points[row] = point;
            }
        }
        return [.. points.Values.OrderBy(p => p.Day)];
    }

    private (ChangePoint Point, double Near) Locate(
        StepScan scan,
        List<int> others,
        int around,
        int firstDay,
        double unit
    )
    {
        double[] size = new double[_rows.Length],
            error = new double[_rows.Length];
        var factors = scan.LogBayesFactors(
            others,
            ShiftSpread,
            Apart,
            i => Math.Abs(_rows[i] - _rows[around]) <= Neighbourhood,
            size,
            error
        );
        var log = LogSum(factors);
        var share = Array.ConvertAll(factors, f => Math.Exp(f - log));
        var (at, near) = Densest(share);
        var (from, to) = Central(share, at);
        var exists = 1 / (1 + Math.Exp(-(log + LogPrior)));
        double mean = size[at] * unit,
            half = 1.96 * error[at] * unit;
        return (
            new ChangePoint(
                firstDay + _rows[at],
                firstDay + _rows[from],
                firstDay + _rows[to],
                mean,
                mean - half,
                mean + half,
                exists
            ),
            near * exists
        );
    }

    /// <summary>The row with the most probability within five days of it, and that probability.</summary>
    private (int Row, double Near) Densest(double[] share)
    {
        var best = (Row: 0, Near: -1.0);
        for (var i = 0; i < share.Length; i++)
        {
            if (share[i] <= 0)
                continue;
            double near = 0;
            for (var j = 0; j < share.Length; j++)
                if (Math.Abs(_rows[j] - _rows[i]) <= 5)
                    near += share[j];
            if (near + 1e-3 * share[i] > best.Near)
                best = (i, near + 1e-3 * share[i]);
        }
        return best;
    }

    /// <summary>The shortest run of rows around the reported one that holds 80 % of the probability.</summary>
    private static (int From, int To) Central(double[] share, int at)
    {
        int from = at,
            to = at;
        for (var held = share[at]; held < 0.8; )
        {
            double left = from > 0 ? share[from - 1] : -1,
                right = to + 1 < share.Length ? share[to + 1] : -1;
            if (left < 0 && right < 0)
                break;
            if (left >= right)
                held += share[--from];
            else
                held += share[++to];
        }
        return (from, to);
    }

    private static double LogSum(double[] logs)
    {
        var top = logs.Max();
        return double.IsNegativeInfinity(top) ? top : top + Math.Log(logs.Sum(l => Math.Exp(l - top)));
    }
}
