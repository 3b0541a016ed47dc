using MathNet.Numerics.Distributions;

namespace Inomya.Analysis.Tests;

/// <summary>The engine's numbers against R's; see reference/README.md.</summary>
public class ReferenceTests
{
    [Fact]
    public void Regression_over_gaps_agrees_with_nlme()
    {
        var (data, expected) = (new Reference("gls-gaps-data.csv"), new Reference("gls-gaps.csv"));
        int[] rows = [.. data["day"].Select(d => (int)d)];
        double[][] columns =
        [
            Slots(rows, [.. rows.Select(_ => 1.0)]),
            Slots(rows, data["x"]),
            Slots(rows, data["day"]),
            Slots(rows, data["y"]),
        ];
        var likelihood = new List<double>();
        for (var at = 0; at < expected["phi"].Length; at += 3)
        {
            var whitening = new GapWhitening(rows, expected["phi"][at]);
            var gram = Whitened(whitening, columns, rows.Length);
            var pivots = 0.0;
            for (var i = 0; i < 3; i++)
            {
                pivots += Math.Log(gram[i, i]);
                gram.Toggle(i);
            }
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(expected["estimate"][at + i], gram[i, 3], 7);
                Assert.Equal(expected["se"][at + i], Math.Sqrt(-gram[i, i] * gram[3, 3] / (rows.Length - 3)), 7);
            }
            likelihood.Add(whitening.LogDeterminant - 0.5 * pivots - 0.5 * (rows.Length - 3) * Math.Log(gram[3, 3]));
        }
        // Likelihoods are compared between correlations: constants differ.
        Assert.Equal(expected["loglik"][3] - expected["loglik"][0], likelihood[1] - likelihood[0], 6);
        Assert.Equal(expected["loglik"][6] - expected["loglik"][0], likelihood[2] - likelihood[0], 6);
    }

    [Fact]
    public void The_level_model_agrees_with_dense_covariances()
    {
        var (data, expected) = (new Reference("level-model-data.csv"), new Reference("level-model.csv"));
        var scaled = new StandardisedOutcome(data["y"]);
        var line = Enumerable
            .Range(0, scaled.Values.Length)
            .Select(t => (t - scaled.Values.Length / 2.0) / 30)
            .ToArray();
        var slope = LevelModel.LastCoefficient(
            scaled.Values,
            [
                [.. line.Select(_ => 1.0)],
                line,
            ],
            [0, 0],
            wandering: true
        );
        // Grid points of less than a ten-thousandth of the weight are left out here and not there.
        Assert.Equal(expected["estimate"][0], slope.Mean * scaled.Unit, 1e-3);
        Assert.Equal(expected["lo"][0], slope.Quantile(0.025) * scaled.Unit, 1e-3);
        Assert.Equal(expected["hi"][0], slope.Quantile(0.975) * scaled.Unit, 1e-3);
    }

    [Fact]
    public void Days_of_the_week_agree_with_nlme()
    {
        var (y, expected) = (new Reference("weekdays-data.csv")["y"], new Reference("weekdays.csv"));
        var pattern = CycleFit.Estimate(y, [.. Enumerable.Range(0, y.Length).Select(t => t % 7)], [], unit: 1)!;
        var half = StudentT.InvCDF(0, 1, y.Length - 8, 1 - 0.025 / 7) * Math.Sqrt((y.Length - 7) / (y.Length - 8.0));
        Assert.Equal(expected["difference"], pattern.Parts.Select(p => p.Difference), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(expected["se"], pattern.Parts.Select(p => (p.Hi - p.Lo) / 2 / half), (a, b) =>
            Math.Abs(a - b) < 1e-6
        );
        Assert.InRange(pattern.P, expected["p"][0] * 0.9, expected["p"][0] * 1.1);
    }

    [Fact]
    public void Hours_agree_with_day_effects_and_clustered_errors()
    {
        var (data, expected) = (new Reference("hours-data.csv"), new Reference("hours.csv"));
        var pattern = HourProfile.Estimate([.. data["day"].Select(d => (int)d)], data["hour"], data["value"])!;
        var half = StudentT.InvCDF(0, 1, 39, 1 - 0.025 / 3);
        Assert.Equal(expected["part"], pattern.Parts.Select(p => (double)p.Part));
        Assert.Equal(expected["difference"], pattern.Parts.Select(p => p.Difference), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(expected["se"], pattern.Parts.Select(p => (p.Hi - p.Lo) / 2 / half), (a, b) =>
            Math.Abs(a - b) < 1e-9
        );
    }

    [Fact]
    public void The_model_search_agrees_with_all_subsets()
    {
        var (data, expected) = (new Reference("models-data.csv"), new Reference("models.csv"));
        string[] names = ["X1", "X2", "X3", "X4", "X5"];
        double[] columns = [.. names.SelectMany(n => data[n]), .. data["y"]];
        var gram = SweptGram.Of(columns, data["y"].Length, new double[6]);
        var search = new ModelSearch(
            gram,
            [-1.5, -1.5, -1.5, -1.5, -1.5],
            new double[6],
            spread: 0.25,
            degrees: data["y"].Length - 1
        );
        var factors = names.Select(n => PreparedFactor.From(n, FactorKind.Numeric, data[n])).ToList();
        var greedy = search.Greedy();
        var tally = new ModelTally(new CandidateSet(factors, maxLag: 0), [0, 1, 2, 3, 4], greedy.Score);
        tally.Restart(0);
        search.Explore(greedy, mostExpanded: 100, tally, CancellationToken.None);
        Assert.Equal(expected["probability"], Enumerable.Range(0, 5).Select(tally.Probability), (a, b) =>
            Math.Abs(a - b) < 1e-3
        );
    }

    [Fact]
    public void Randomisation_tests_agree_with_every_order_listed()
    {
        var (data, expected) = (new Reference("blocks-data.csv"), new Reference("blocks.csv"));
        for (var i = 0; i < 2; i++)
        {
            var result = RandomisationTest.Of(
                data["mean"],
                data["given"],
                blockDays: 1,
                paired: expected["paired"][i] == 1
            )!;
            Assert.Equal(
                (expected["p"][i], expected["difference"][i], (int)expected["orders"][i]),
                (result.P, result.Difference, result.Orders),
                Near
            );
        }
    }

    [Fact]
    public void Flare_probabilities_agree_with_every_path_of_states_listed()
    {
        var (r, expected) = (new Reference("flares-data.csv")["r"], new Reference("flares.csv"));
        var (probability, likelihood) = FlareModel.At(
            r[..14],
            phi: 0.4,
            lift: 2,
            level: -0.3,
            variance: 0.5,
            start: 0.1,
            end: 0.3
        );
        Assert.Equal(expected["loglik"][0], likelihood, 8);
        Assert.Equal(expected["probability"], probability, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void The_fitted_flares_are_those_of_a_general_optimiser()
    {
        var (r, expected) = (new Reference("flares-data.csv")["r"], new Reference("flares-fit.csv"));
        double One(string name) => expected[name][0];
        var model = FlareModel.Fit(r, CancellationToken.None);
        // The rounds end when little is left to gain, so near is near enough: a day's probability decides, not the
        // lift's third digit.
        Assert.Equal((One("phi"), One("lift")), (model.Phi, model.Lift), (a, b) =>
            a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 0.02 * a.Item2
        );
        var best = FlareModel.At(r, One("phi"), One("lift"), One("level"), One("variance"), One("start"), One("end"));
        Assert.Equal(best.Probability, model.Probability, (a, b) => Math.Abs(a - b) < 0.03);
    }

    [Fact]
    public void The_forecast_agrees_with_ridge_regressions_by_other_means()
    {
        var (data, known, expected) = (
            new Reference("forecast-data.csv"),
            new Reference("forecast-known.csv"),
            new Reference("forecast.csv")
        );
        const int Monday = 19_401;
        int[] days = [.. data["day"].Select(d => Monday + 3 + (int)d)];
        var grid = new DayGrid(new DailyTable(["y"], days, [data["y"]]));
        var features = new ForecastFeatures(grid, data["y"], known: 120, [(data["stress"], 1)], fades: false);
        Assert.Equal(11, features.Count);
        for (var i = 0; i < features.Count; i++)
            Assert.Equal(known[$"V{i + 1}"], features[i], (a, b) => Math.Abs(a - b) < 1e-9);

        int[] rows = [.. Enumerable.Range(5, 115).Where(t => !double.IsNaN(data["y"][t]))];
        double[] events = [.. data["y"].Select(v => v >= 6 ? 1.0 : 0)];
        var model = new RidgeForecast(features, data["y"], events, rows, before: null);
        var said = expected["day"].Select(d => model.Predict((int)d, edge: 5.5)).ToList();
        Assert.Equal(expected["number"], said.Select(s => s.ByNumber), (a, b) => Math.Abs(a - b) < 1e-8);
        Assert.Equal(expected["event"], said.Select(s => s.ByEvent), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    private static bool Near((double P, double D, int N) a, (double P, double D, int N) b) =>
        Math.Abs(a.P - b.P) < 1e-9 && Math.Abs(a.D - b.D) < 1e-9 && a.N == b.N;

    private static double[] Slots(int[] rows, double[] values)
    {
        var slots = new double[rows[^1] + 1];
        for (var i = 0; i < rows.Length; i++)
            slots[rows[i]] = values[i];
        return slots;
    }

    private static SweptGram Whitened(GapWhitening whitening, double[][] columns, int rows)
    {
        var white = new double[columns.Length * rows];
        for (var i = 0; i < columns.Length; i++)
            whitening.Apply(columns[i], white.AsSpan(i * rows, rows));
        return SweptGram.Of(white, rows, new double[columns.Length]);
    }
}
