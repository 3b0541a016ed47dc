namespace Inomya.Analysis;

/// <summary>Lasting shifts of the outcome's level, told from drift, season, weekday and found triggers. See docs/methods/change-points.md.</summary>
internal sealed class ChangePointSearch
{
    /// <summary>Half width of a shift's neighbourhood, in days: what is there twice within it is one shift.</summary>
    private const int Neighbourhood = 20;

    /// <summary>Shifts a year expected before looking.</summary>
    private const double ExpectedAYear = 2;

    /// <summary>Reported when it is this probable that there is one, and this probable that it is within five days.</summary>
    private const double Reported = 0.6;
    private const double NearReported = 0.35;
    private const int Near = 5;

    /// <summary>Times each shift is moved given the others, so that a weak one that went changes what is left. Ours, for time.</summary>
    private const int Rounds = 3;

    /// <summary>The fewest and the most that are looked for, and recorded days for each one more. Ours: three a season would be noise told as news.</summary>
    private const int FewestAllowed = 3,
        MostAllowed = 12,
        DaysForOneMore = 120;

    /// <summary>Rows of a record that are all looked at; the time for all grows with their square.</summary>
    private const int RowsLookedAt = 1000;

    private const double DaysOfYear = 365;

    /// <summary>Share of the probability that the interval of dates holds, as is said beside it. Ours.</summary>
    private const double HeldByDates = 0.8;

    /// <summary>Weight of a day's own probability among days whose neighbourhoods are as probable: only breaks ties.</summary>
    private const double OwnDayFirst = 1e-3;

    /// <summary>From here 1 more is beyond the digits of a double.</summary>
    private const double OneMoreIsNothing = 30;

    /// <summary>Grids of carry-over, and of the size of slow drift in innovations; evidence chooses.</summary>
    private static readonly double[] Phis = [0.15, 0.35, 0.55, 0.75, 0.88];
    private static readonly double[] SlowScales = [0.03, 0.4, 1.5];

    /// <summary>Size of the weekday pattern, in innovations: as everywhere else in the analysis.</summary>
    private const double Weekly = 0.3;

    /// <summary>Log evidence that an error structure may lack, with one shift, before it is given up.</summary>
    private const double Hopeless = 25;

    private readonly StandardisedOutcome _outcome;
    private readonly int[] _rows;
    private readonly int _firstDay;
    private readonly Baseline _baseline;
    private readonly List<double[]> _columns;
    private readonly CancellationToken _stop;

    public ChangePointSearch(
        StandardisedOutcome outcome,
        int firstDay,
        Baseline baseline,
        IEnumerable<double[]> explained,
        CancellationToken stop
    )
    {
        (_outcome, _firstDay, _baseline, _stop) = (outcome, firstDay, baseline, stop);
        _columns = [.. baseline.Columns, .. explained];
        _rows = Moments.RecordedSlots(outcome.Values);
    }

    /// <summary>Recorded days below which nothing is looked for.</summary>
    public const int DaysNeeded = 60;

    /// <summary>One error structure, with the shifts found under it.</summary>
    private sealed record Attempt(StepScan Scan, double LogDeterminant)
    {
        public List<int> Shifts { get; } = [];

        /// <summary>Log of what shifts add to the evidence, be there any or none.</summary>
        public double Gain { get; set; }

        public double Evidence => Scan.Evidence + Gain + LogDeterminant;

        public double EvidenceWith(double logFactor) => Scan.Evidence + LogDeterminant + logFactor;
    }

    public IReadOnlyList<ChangePoint> Find()
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
        return best!.Shifts.Count == 0 ? [] : Describe(best);
    }

    /// <summary>Adds shifts one at a time while all places together are likelier than none.</summary>
    private Attempt Forward(double phi, double slow, double toBeat)
    {
        var whitening = new GapWhitening(_rows, phi);
        var ridge = _baseline.RidgeWith(_columns.Count - _baseline.Count, Weekly, slow);
        var scan = new StepScan(whitening, _columns, ridge, _outcome.Values, _rows);
        var attempt = new Attempt(scan, whitening.LogDeterminant);
        while (AddLikeliest(attempt, toBeat))
            _stop.ThrowIfCancellationRequested();
        return attempt;
    }

    /// <summary>False when it is hopeless, or none is likelier than one more, or there are enough.</summary>
    private bool AddLikeliest(Attempt attempt, double toBeat)
    {
        var shifts = attempt.Shifts;
        var factors = attempt.Scan.Try(shifts, row => row % Stride == 0).LogFactors;
        var likeliest = factors.Max();
        if (shifts.Count == 0 && attempt.EvidenceWith(likeliest) < toBeat - Hopeless)
            return false;
        var odds = LogOddsOfAny(factors);
        attempt.Gain += LogOfOneMore(odds);
        if (odds < 0 || shifts.Count >= MostShifts)
            return false;
        shifts.Add(Array.IndexOf(factors, likeliest));
        return true;
    }

    private double LogOddsOfAny(double[] factors) => LogSum.Of(factors) + LogPrior + Math.Log(Stride);

    /// <summary>Log of 1 + what this is the log of; the exponential of a large one would not fit.</summary>
    private static double LogOfOneMore(double log) => log > OneMoreIsNothing ? log : Math.Log(1 + Math.Exp(log));

    private int MostShifts => Math.Min(MostAllowed, FewestAllowed + _rows.Length / DaysForOneMore);

    /// <summary>On long records every so many rows are looked at first, and all of a neighbourhood afterwards.</summary>
    private int Stride => 1 + _rows.Length / RowsLookedAt;

    private double LogPrior => Math.Log(ExpectedAYear / Math.Min(_rows.Length, DaysOfYear));

    /// <summary>Each shift given the others: moved to where it is likeliest, weak ones dropped, then described.</summary>
    private List<ChangePoint> Describe(Attempt attempt)
    {
        Dictionary<int, ChangePoint> points = [];
        for (var round = 1; round <= Rounds; round++)
            points = Move(attempt.Scan, attempt.Shifts, last: round == Rounds);
        return [.. points.Values.OrderBy(p => p.Day)];
    }

    private Dictionary<int, ChangePoint> Move(StepScan scan, List<int> shifts, bool last)
    {
        var points = new Dictionary<int, ChangePoint>();
        foreach (var shift in shifts.ToList())
        {
            shifts.Remove(shift);
            var (point, near) = Locate(scan, shifts, shift);
            if (point.Probability < Reported || near < NearReported && last)
                continue;
            var row = Array.BinarySearch(_rows, point.Day - _firstDay);
            shifts.Add(row);
            points[row] = point;
        }
        return points;
    }

    private (ChangePoint Point, double Near) Locate(StepScan scan, List<int> others, int around)
    {
        var found = scan.Try(others, row => AreWithin(Neighbourhood, row, around));
        var share = LogSum.Shares(found.LogFactors);
        var (at, near) = Densest(share);
        var exists = Chance(LogSum.Of(found.LogFactors) + LogPrior);
        return (PointAt(at, Central(share, at), found, exists), near * exists);
    }

    private static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private ChangePoint PointAt(int row, (int From, int To) range, StepScan.OneMore found, double probability)
    {
        double mean = found.Sizes[row] * _outcome.Unit,
            half = Interval95.NormalErrors * found.Errors[row] * _outcome.Unit;
        return new ChangePoint(
            DayOf(row),
            DayOf(range.From),
            DayOf(range.To),
            mean,
            mean - half,
            mean + half,
            probability
        );
    }

    private int DayOf(int row) => _firstDay + _rows[row];

    /// <summary>The row with the most probability within five days of it, and that probability.</summary>
    private (int Row, double Near) Densest(double[] share)
    {
        var best = (Row: 0, Near: -1.0);
        for (var i = 0; i < share.Length; i++)
        {
            if (share[i] <= 0)
                continue;
            var near = ShareNear(i, share) + OwnDayFirst * share[i];
            if (near > best.Near)
                best = (i, near);
        }
        return best;
    }

    private bool AreWithin(int days, int a, int b) => Math.Abs(_rows[a] - _rows[b]) <= days;

    private double ShareNear(int row, double[] share)
    {
        double near = 0;
        for (var j = 0; j < share.Length; j++)
            if (AreWithin(Near, j, row))
                near += share[j];
        return near;
    }

    /// <summary>The shortest run of rows around the reported one that holds 80 % of the probability.</summary>
    private static (int From, int To) Central(double[] share, int at)
    {
        int from = at,
            to = at;
        for (var held = share[at]; held < HeldByDates; )
        {
            double left = ShareAt(from - 1),
                right = ShareAt(to + 1);
            if (left < 0 && right < 0)
                break;
            held += left >= right ? share[--from] : share[++to];
        }
        return (from, to);

        double ShareAt(int row) => row >= 0 && row < share.Length ? share[row] : -1;
    }
}
