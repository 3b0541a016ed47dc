using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Inomya.Analysis;

namespace Inomya.Bench;

/// <summary>Predictions for a folder of tables, for comparing with scores computed elsewhere. Times each person alone, after a warm-up.</summary>
internal static class Batch
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public static int Run(string folder, string into)
    {
        Directory.CreateDirectory(into);
        var tables = Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).ToList();
        foreach (var table in tables.Take(8))
            Predict(table);
        Parallel.ForEach(tables, new ParallelOptions { MaxDegreeOfParallelism = 2 }, table =>
        {
            var prediction = Predict(table);
            File.WriteAllText(
                Path.Combine(into, Path.GetFileNameWithoutExtension(table) + ".pred.json"),
                JsonSerializer.Serialize(prediction)
            );
        });
        return 0;
    }

    private static Dictionary<string, object?> Predict(string path)
    {
        var table = ReadTable(path);
        var roles = ReadRoles(Path.ChangeExtension(path, ".roles.json"));
        var watch = Stopwatch.StartNew();
        var result = Engine.Analyze(table, roles);
        var seconds = watch.Elapsed.TotalSeconds;
        return new Dictionary<string, object?>
        {
            ["triggers"] = result.Triggers.Select(t => new
            {
                factor = t.Factor,
                lag = t.Lag,
                sign = t.Sign,
                effect = t.Effect,
                lo = Finite(t.Lo),
                hi = Finite(t.Hi),
                q = t.Q,
                p = t.P,
                probability = t.Probability,
                factor_probability = t.FactorProbability,
                selected = t.Selected,
            }),
            ["treatment"] = result.Treatment is { } e
                ? new
                {
                    effect = e.Effect,
                    lo = e.Lo,
                    hi = e.Hi,
                    verdict = e.Verdict.ToString(),
                    randomisation = e.Randomisation?.P,
                }
                : null,
            ["changepoints"] = result.ChangePoints.Select(c => Iso(c.Day)),
            ["flares"] = result
                .Flares.Where(f => f.Definition == FlareDefinition.Model)
                .Select(f => new { start = Iso(f.FromDay), end = Iso(f.ToDay) }),
            ["flare_forecast"] = result.FlareForecast.Select(f => new { date = Iso(f.Day), p = f.P }),
            ["seconds"] = seconds,
        };
    }

    private static double Finite(double v) => double.IsFinite(v) ? v : Math.Sign(v) * 1e9;

    private static DailyTable ReadTable(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = lines[0].Split(',')[1..];
        var cells = lines[1..].Select(l => l.Split(',')).ToArray();
        var columns = names.Select((_, c) => cells.Select(r => Number(r[c + 1])).ToArray()).ToArray();
        return new DailyTable(names, [.. cells.Select(r => Day(r[0]))], columns);
    }

    private static double Number(string cell) =>
        cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    private static int Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - Epoch.DayNumber;

    private static string Iso(int day) => Epoch.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Roles ReadRoles(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        var factors = root.GetProperty("factors")
            .EnumerateObject()
            .ToDictionary(f => f.Name, f => Enum.Parse<FactorKind>(f.Value.GetString()!, ignoreCase: true));
        string[] others = [.. root.GetProperty("other_symptoms").EnumerateArray().Select(e => e.GetString()!)];
        return new Roles(root.GetProperty("outcome").GetString()!, others, factors)
        {
            MaxLag = root.GetProperty("max_lag").GetInt32(),
            FlareThreshold = root.GetProperty("flare_threshold").GetDouble(),
            ForecastFromDay = Day(root.GetProperty("forecast_from").GetString()!),
            Treatment = ReadTreatment(root.GetProperty("treatment")),
        };
    }

    private static TreatmentRole? ReadTreatment(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        var start = json.GetProperty("start");
        return new TreatmentRole(
            json.GetProperty("column").GetString()!,
            Enum.Parse<TreatmentKind>(json.GetProperty("kind").GetString()!, ignoreCase: true),
            start.ValueKind == JsonValueKind.Null ? null : Day(start.GetString()!)
        );
    }
}
