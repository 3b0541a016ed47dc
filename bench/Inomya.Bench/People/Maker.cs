using Inomya.Analysis;

namespace Inomya.Bench.People;

/// <summary>Makes persons whose truth is known. Same scenario and seed, same person.</summary>
/// <remarks>
/// Pain = level + weekday + season + trend + shifts + treatment + flares + what the causes do + noise that lasts from day to day,
/// rounded to 0-10. Causes either add up with the noise's own carry-over or act on their day only.
/// </remarks>
internal sealed class Maker
{
    private const int FirstDay = 19_400;

    private static readonly string[] YesNo =
    [
        "alcohol",
        "exercise",
        "dairy",
        "travel",
        "chocolate",
        "period",
        "painkiller",
    ];
    private static readonly string[] Amounts =
    [
        "sleep",
        "stress",
        "coffee",
        "screen",
        "social",
        "pressure",
        "temperature",
        "steps",
    ];

    private readonly Scenario _scenario;
    private readonly Dice _dice;
    private readonly int _n;
    private readonly double _phi;
    private readonly bool _carries;
    private readonly Dictionary<string, double[]> _factors = [];
    private readonly List<(string Factor, int Lag, double Size)> _causes = [];
    private readonly double[] _level;
    private readonly double[] _pain;
    private readonly HashSet<int> _flareDays = [];
    private readonly List<int> _shifts = [];
    private double[]? _given;
    private double _treatment;

    private Maker(Scenario scenario, int seed)
    {
        _scenario = scenario;
        _dice = new Dice(seed * 7919 + Scenario.All.ToList().FindIndex(s => s.Name == scenario.Name) * 104_729);
        _n = _dice.Whole(scenario.Days.Least, scenario.Days.Most);
        _phi = _dice.Between(scenario.CarryOver.Least, scenario.CarryOver.Most);
        _carries = _dice.Chance(0.5);
        (_level, _pain) = (new double[_n], new double[_n]);
    }

    public static Person Make(Scenario scenario, int seed)
    {
        var maker = new Maker(scenario, seed);
        maker.MakeFactors();
        maker.ChooseCauses();
        maker.MakeLevel();
        maker.LiveDays();
        maker.Treat();
        return maker.Record();
    }

    private double X(string factor, int day) => day < 0 ? 0 : _factors[factor][day];

    private void MakeFactors()
    {
        double Persistence(double usual) => usual + _scenario.SlowFactors * (0.93 - usual);
        var weekend = Days(t => Weekday(t) >= 5 ? 1 : 0);
        var stress = _dice.Wander(_n, Persistence(0.45));
        var own = Math.Sqrt(1 - _scenario.Confounding * _scenario.Confounding);
        var rest = _dice.Wander(_n, Persistence(0.25));
        _factors["stress"] = Standard(Days(t => stress[t] - 0.4 * weekend[t]));
        _factors["sleep"] = Standard(Days(t => own * rest[t] - _scenario.Confounding * stress[t]));
        _factors["coffee"] = Standard(_dice.Wander(_n, Persistence(0.3)));
        _factors["screen"] = Standard(_dice.Wander(_n, Persistence(0.5)));
        _factors["social"] = Standard(Days(t => _dice.Normal() + 0.6 * weekend[t]));
        _factors["pressure"] = Standard(_dice.Wander(_n, 0.75));
        var air = _dice.Wander(_n, 0.8);
        _factors["temperature"] = Standard(Days(t => 2.5 * Math.Sin(2 * Math.PI * t / 365.25) + air[t]));
        _factors["steps"] = Standard(_dice.Wander(_n, 0.3));
        foreach (
            var (name, rate) in new[]
            {
                ("alcohol", 0.25),
                ("exercise", 0.3),
                ("dairy", 0.45),
                ("travel", 0.06),
                ("chocolate", 0.05),
            }
        )
        {
            var lean = _dice.Wander(_n, Persistence(name is "travel" or "chocolate" ? 0 : 0.2));
            var edge = lean.Order().ElementAt((int)(_n * (1 - rate)));
            _factors[name] = Days(t => lean[t] >= edge ? 1 : 0);
        }
        _factors["period"] = new double[_n];
        for (var start = -_dice.Whole(0, 27); start < _n; start += 28 + (int)Math.Round(1.8 * _dice.Normal()))
        for (var t = Math.Max(0, start); t < Math.Min(_n, start + 5); t++)
            _factors["period"][t] = 1;
        _factors["painkiller"] = new double[_n];
    }

    private void ChooseCauses()
    {
        var pool = _scenario.CausesFrom
            ??
            [
                "stress",
                "sleep",
                "coffee",
                "screen",
                "social",
                "alcohol",
                "exercise",
                "dairy",
                "pressure",
                "travel",
                "steps",
            ];
        foreach (var factor in _dice.Shuffled(pool).Take(_scenario.Causes))
        {
            var lag = factor == "steps" ? _dice.Whole(1, 3) : _dice.Pick([0, 0, 0, 0, 1, 1, 1, 2, 3]);
            var size =
                factor is "travel" or "chocolate" or "period" ? _dice.Between(1, 2.2)
                : YesNo.Contains(factor) ? _dice.Between(0.5, 1.4)
                : _dice.Between(0.22, 0.7);
            _causes.Add((factor, lag, _dice.Chance(0.3) ? -size : size));
        }
        if (_scenario.Twist == Twist.Interaction)
            _causes[0] = ("exercise", 1, _dice.Between(1.2, 2));
        if (_scenario.Twist == Twist.Threshold)
            _causes[0] = ("stress", _causes[0].Lag, _dice.Between(1.2, 2));
    }

    private void MakeLevel()
    {
        var mean = _scenario.Twist == Twist.Floor ? _dice.Between(0.4, 1) : _dice.Between(3.4, 5);
        var week = Standard([.. Enumerable.Range(0, 7).Select(_ => _dice.Normal())]);
        double trend = _dice.Between(-_scenario.Trend, _scenario.Trend),
            phase = _dice.Between(0, 365);
        for (var t = 0; t < _n; t++)
            _level[t] =
                mean
                + _scenario.Weekly * week[Weekday(t)]
                + trend * ((double)t / _n - 0.5)
                + _scenario.Season * Math.Sin(2 * Math.PI * (t + phase) / 365.25);
        for (var s = 0; s < _scenario.Shifts; s++)
        {
            var at = _n * (s + 1) / (_scenario.Shifts + 1) + _dice.Whole(-25, 25);
            var jump = _dice.Between(1.5, 2.8) * (_level[at] > 4.5 ? -1 : 1);
            for (var t = at; t < _n; t++)
                _level[t] += jump;
            _shifts.Add(at);
        }
        if (_scenario.Twist != Twist.HiddenFactor)
            return;
        var hidden = _dice.Wander(_n, 0.9);
        for (var t = 0; t < _n; t++)
            _level[t] += 1.2 * hidden[t];
    }

    private void LiveDays()
    {
        double state = 0,
            noise = 0,
            sigma = _dice.Between(0.9, 1.3);
        var flare = 0;
        for (var t = 0; t < _n; t++)
        {
            var input = _causes.Sum(c => Input(c, t));
            var error = sigma * _dice.Normal();
            noise = _phi * noise + error;
            state = _carries ? _phi * state + input + error : input + noise;
            if (_scenario.Flares && flare == 0 && _dice.Chance(0.04))
                flare = _dice.Whole(2, 8);
            if (flare > 0 && flare-- > 0)
                _flareDays.Add(t);
            var deviation = state + (_flareDays.Contains(t) ? 2.8 : 0);
            _factors["steps"][t] -= 0.35 * _scenario.Reaction * deviation;
            _factors["painkiller"][t] = _dice.Chance(1 / (1 + Math.Exp(2.2 - 0.9 * _scenario.Reaction * deviation)))
                ? 1
                : 0;
            _pain[t] = _level[t] + deviation;
        }
    }

    private double Input((string Factor, int Lag, double Size) cause, int t)
    {
        var x = X(cause.Factor, t - cause.Lag);
        return cause.Size
            * _scenario.Twist switch
            {
                Twist.Interaction => x * (X("stress", t - cause.Lag) > 0.5 ? 1 : 0),
                Twist.Threshold => x > 1 ? 1 : 0,
                Twist.Fading => x * 2 * (1 - (double)t / _n),
                _ => x,
            };
    }

    private void Treat()
    {
        if (_scenario.Treatment is not { } kind)
            return;
        _treatment = _dice.Pick([0, -0.8, -1.5]);
        _given = new double[_n];
        var start = (int)(_n * _dice.Between(0.4, 0.6));
        // People start when they are bad: the worst of ten mornings.
        start = Enumerable.Range(start, 10).MaxBy(t => _pain[(t - 5)..t].Average());
        var first = 0;
        for (var t = 0; t < _n; t++)
        {
            if (t % 14 == 0)
                first = _dice.Whole(0, 1);
            _given[t] =
                kind == TreatmentKind.Step ? (t >= start ? 1 : 0)
                : t % 14 < 7 ? first
                : 1 - first;
            _pain[t] += _treatment * _given[t];
        }
    }

    private Person Record()
    {
        double[] clean = [.. _pain.Select(Scale)];
        var away = Days(t =>
            _dice.Chance(_scenario.MissingDays) || clean[t] >= 6 && _dice.Chance(_scenario.MissingWhenBad) ? 1 : 0
        );
        var columns = new Dictionary<string, double[]> { ["pain"] = Hide(clean, away, _scenario.MissingCells) };
        foreach (var name in Amounts.Concat(YesNo))
            columns[name] = Hide(
                Misdate(_factors[name]),
                name is "pressure" or "temperature" or "period" ? new double[_n] : away,
                _scenario.MissingCells
            );
        if (_given is not null)
            columns["treatment"] = _given;

        var threshold = Math.Clamp(
            Math.Ceiling(clean[..(int)(0.7 * _n)].Order().ElementAt((int)(0.85 * 0.7 * _n))),
            2,
            9
        );
        var roles = new Roles("pain", [], Amounts.Concat(YesNo).ToDictionary(f => f, Kind))
        {
            FlareThreshold = threshold,
            ForecastFromDay = FirstDay + (int)(0.7 * _n),
            Treatment = _scenario.Treatment is { } kind
                ? new TreatmentRole(
                    "treatment",
                    kind,
                    kind == TreatmentKind.Step ? FirstDay + Array.IndexOf(_given!, 1.0) : null
                )
                : null,
        };
        var table = new DailyTable([.. columns.Keys], [.. Enumerable.Range(FirstDay, _n)], [.. columns.Values]);
        double? effect = _given is null
            ? null
            : Average((pain, t) => Clip(pain + _treatment * (1 - _given[t])) - Clip(pain - _treatment * _given[t]));
        return new Person(
            _scenario,
            table,
            roles,
            [.. _causes.Select(Truth)],
            effect,
            [.. _shifts.Select(s => s + FirstDay)],
            _flareDays.Select(d => d + FirstDay).ToHashSet(),
            clean
        );
    }

    private Cause Truth((string Factor, int Lag, double Size) cause)
    {
        var yesNo = YesNo.Contains(cause.Factor);
        var size = yesNo ? cause.Size : cause.Size * Math.Sqrt(_factors[cause.Factor].Select(x => x * x).Average());
        if (_scenario.Twist is Twist.Interaction or Twist.Threshold or Twist.WrongDay)
            return new Cause(cause.Factor, cause.Lag, double.NaN);
        return new Cause(
            cause.Factor,
            cause.Lag,
            yesNo
                ? Average(
                    (pain, t) =>
                        Clip(pain + size * (1 - X(cause.Factor, t - cause.Lag)))
                        - Clip(pain - size * X(cause.Factor, t - cause.Lag))
                )
                : Average((pain, _) => Clip(pain + size / 2) - Clip(pain - size / 2))
        );
    }

    private double Average(Func<double, int, double> at) => Enumerable.Range(0, _n).Average(t => at(_pain[t], t));

    private double[] Misdate(double[] x) =>
        _scenario.Twist == Twist.WrongDay
            ? Days(t => x[Math.Clamp(t + (_dice.Chance(0.125) ? _dice.Pick([-1, 1]) : 0), 0, _n - 1)])
            : x;

    private double[] Hide(double[] x, double[] away, double cells) =>
        Days(t => away[t] > 0 || _dice.Chance(cells) ? double.NaN : x[t]);

    private double[] Days(Func<int, double> at) => [.. Enumerable.Range(0, _n).Select(at)];

    private static FactorKind Kind(string factor) =>
        factor switch
        {
            "steps" or "painkiller" => FactorKind.Reactive,
            "pressure" or "temperature" => FactorKind.Weather,
            "period" => FactorKind.Menstrual,
            _ => YesNo.Contains(factor) ? FactorKind.Binary : FactorKind.Numeric,
        };

    private static int Weekday(int t) => (FirstDay + t + 3) % 7;

    private static double Clip(double pain) => Math.Clamp(pain, 0, 10);

    private static double Scale(double pain) => Math.Round(Clip(pain));

    private static double[] Standard(double[] x)
    {
        double mean = x.Average(),
            spread = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));
        return [.. x.Select(v => (v - mean) / spread)];
    }
}
