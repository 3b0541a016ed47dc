using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Findings;

/// <summary>
/// Reads a daily table and its roles from files and writes what the engine says of them, in the shapes of the command
/// line.
/// </summary>
public static class AnalysisFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Reads a table: "date" (yyyy-MM-dd) and a number a column; an empty cell was not recorded.</summary>
    /// <exception cref="ImportException">
    /// Not such a table, a cell that is no number, a day twice; says the line.
    /// </exception>
    public static DailyTable ReadTable(Stream file)
    {
        using var csv = CsvTable.Open(file);
        if (!csv.Has("date"))
            throw new ImportException(ImportProblem.NoSuchColumn, "date");
        var names = MeasuresOf(csv);
        var rows = RowsOf(csv, names);
        return new DailyTable(
            names,
            [.. rows.Keys],
            [.. names.Select((_, i) => rows.Values.Select(r => r[i]).ToArray())]
        );
    }

    private static List<string> MeasuresOf(CsvTable csv)
    {
        var names = csv.Header.Where(h => h != "date").ToList();
        if (names.Count != names.Distinct().Count())
            throw new ImportException(ImportProblem.ColumnTwice, names.GroupBy(n => n).First(g => g.Count() > 1).Key);
        return names;
    }

    private static SortedDictionary<int, double[]> RowsOf(CsvTable csv, List<string> names)
    {
        var dates = new Dates("yyyy-MM-dd", LocalDate.MaxIsoValue);
        var rows = new SortedDictionary<int, double[]>();
        while (csv.Read())
            if (!rows.TryAdd(DayOf(csv, dates), [.. names.Select(n => Number(csv, n))]))
                throw new ImportException(ImportProblem.DayTwice, $"{csv.Line}, {csv["date"]}");
        return rows;
    }

    private static int DayOf(CsvTable csv, Dates dates)
    {
        var (day, whyNot) = dates.Read(csv["date"]);
        if (whyNot is not null)
            throw new ImportException(ImportProblem.BadCell, $"{csv.Line}, date: '{csv["date"]}'");
        if (csv.Cells != csv.Header.Count)
            throw new ImportException(ImportProblem.BadRow, $"{csv.Line}");
        return day.ToEpochDay();
    }

    /// <summary>Reads roles.</summary>
    /// <exception cref="ImportException">Not such a file; says where.</exception>
    public static Roles ReadRoles(string json)
    {
        try
        {
            return RolesOf(
                JsonSerializer.Deserialize<RolesFile>(json, Json)
                    ?? throw new ImportException(ImportProblem.BadRoles, "null")
            );
        }
        catch (JsonException e)
        {
            throw new ImportException(ImportProblem.BadRoles, e.Message);
        }
    }

    /// <summary>
    /// The measure that says that a day was bad and nothing else; a table's column of that name is it, whatever its
    /// roles say.
    /// </summary>
    private const string BadDay = "bad_day";

    private static Roles RolesOf(RolesFile file)
    {
        var factors = file.Factors ?? new Dictionary<string, FactorKind>();
        return new Roles(file.Outcome, file.OtherSymptoms ?? [], factors)
        {
            BadDays = file.BadDays ?? (factors.ContainsKey(BadDay) ? BadDay : null),
            Courses = [.. (file.Courses ?? []).Select(CourseOf)],
            MaxLag = file.MaxLag ?? 3,
            Treatment = file.Treatment is { } t ? new TreatmentRole(t.Column, t.Kind, DayOf(t.Start)) : null,
            FlareThreshold = file.FlareThreshold,
            ForecastFromDay = DayOf(file.ForecastFrom),
        };
    }

    private static TreatmentCourse CourseOf(CourseFile file) =>
        new(file.Name, DayOf(file.From) ?? throw new ImportException(ImportProblem.BadRoles, file.Name), DayOf(file.To))
        {
            FullAfterDays = file.FullAfterDays,
            Doses =
            [
                .. (file.Doses ?? []).Select(d => new CourseDose(
                    DayOf(d.From) ?? throw new ImportException(ImportProblem.BadRoles, file.Name),
                    d.Dose ?? double.NaN
                )),
            ],
        };

    /// <summary>The result as the command line prints it: every key there, null where the engine declined.</summary>
    /// <param name="seconds">How long the analysis took.</param>
    public static object Document(AnalysisResult result, double seconds, Words words) =>
        new
        {
            engine = result.EngineVersion,
            days = result.Days,
            recorded = result.Recorded,
            seconds = Math.Round(seconds, 6),
            triggers = result.Triggers.Select(t => TriggerOf(t, words)),
            shared_causes = result.SharedCauses.Select(SharedCauseOf),
            trend = result.Trend is { } trend ? TrendOf(trend) : null,
            treatment = TreatmentOf(result, words),
            courses = result.Courses.Select(c => CourseOf(c, words)),
            changepoints = result.ChangePoints.Select(c => Iso(c.Day)),
            changepoint_intervals = result.ChangePoints.Select(ChangePointOf),
            flares = result.Flares.Where(f => f.Definition == FlareDefinition.Model).Select(FlareOf),
            flare_forecast = result.FlareForecast.Select(f => new { date = Iso(f.Day), p = f.P }),
            forecast_quality = result.ForecastQuality,
            weekdays = result.Weekdays,
            cycle = result.Cycle,
            boom_and_bust = result.BoomAndBust,
            declined = result.Declined.Select(d => new { what = WhatOf(d, words), why = WhyOf(d, words) }),
        };

    /// <summary>"trigger chocolate", in words.</summary>
    public static string WhatOf(Declined declined, Words words) =>
        $"{words[$"declined.what.{Key(declined.What)}"]}{(declined.Name is null ? "" : $" {declined.Name}")}";

    /// <summary>Why, in words.</summary>
    public static string WhyOf(Declined declined, Words words) =>
        words[
            declined switch
            {
                { Reason: DeclineReason.CannotTellYet, What: Analysed.Forecast } => "declined.forecast-cannot-tell",
                { Reason: DeclineReason.CannotTellYet, Need: null } => "declined.cannot-tell",
                _ => $"declined.{Key(declined.Reason)}",
            },
            ("have", declined.Have),
            ("need", declined.Need)
        ];

    /// <summary>An enum value as the last part of a locale key: TooFewDays → "too-few-days".</summary>
    public static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static object TriggerOf(Trigger found, Words words) =>
        new
        {
            factor = found.Factor,
            lag = found.Lag,
            sign = found.Sign,
            effect = Finite(found.Effect),
            lo = Finite(found.Lo),
            hi = Finite(found.Hi),
            q = Finite(found.Q),
            selected = found.Selected,
            strength = found.Strength == Strength.None ? null : words[$"strength.{Key(found.Strength)}"],
            probability = Finite(found.FactorProbability),
            days = found.DaysCounted,
            shelf = ShelfOf(found),
        };

    /// <summary>
    /// What a finding is, before any words: it came before, or goes together on the same day. Null for what was not
    /// found.
    /// </summary>
    private static string? ShelfOf(Trigger found) =>
        !found.Selected ? null
        : found.Lag > 0 ? "comes-before"
        : "same-day";

    private static object SharedCauseOf(SharedCause cause) =>
        new
        {
            factors = new[] { cause.First, cause.Second },
            correlation = cause.Correlation,
            days = cause.Days,
        };

    private static object TrendOf(TrendEstimate trend) =>
        new
        {
            per_30_days = trend.Per30Days,
            lo = trend.Lo,
            hi = trend.Hi,
            days = trend.DaysCounted,
        };

    private static object? TreatmentOf(AnalysisResult result, Words words)
    {
        if (result.Treatment is { } treatment)
            return EffectOf(treatment, words);
        return result.Declined.FirstOrDefault(d => d.What == Analysed.Treatment) is { } declined
            ? NoEffectOf(declined, words)
            : null;
    }

    private static object EffectOf(TreatmentEffect treatment, Words words) =>
        new
        {
            effect = Finite(treatment.Effect),
            lo = Finite(treatment.Lo),
            hi = Finite(treatment.Hi),
            verdict = words[$"verdict.{Key(treatment.Verdict)}"],
            probability = Finite(treatment.ProbabilityOfImprovement),
            randomisation = treatment.Randomisation,
            why = (string?)null,
        };

    private static object NoEffectOf(Declined declined, Words words) =>
        new
        {
            effect = (double?)null,
            lo = (double?)null,
            hi = (double?)null,
            verdict = (string?)null,
            probability = (double?)null,
            why = WhyOf(declined, words),
        };

    private static object CourseOf(CourseEffect course, Words words) =>
        new
        {
            name = course.Name,
            effect = Finite(course.Effect?.Effect),
            lo = Finite(course.Effect?.Lo),
            hi = Finite(course.Effect?.Hi),
            verdict = course.Effect is { } t ? words[$"verdict.{Key(t.Verdict)}"] : null,
            probability = Finite(course.Effect?.ProbabilityOfImprovement),
            q = course.Q,
            full_after_days = course.FullAfterDays,
            shift_near_start = course.ShiftNearStart,
            not_told_from = course.NotToldFrom,
            told_by_pause_of = course.ToldByPauseOf,
            why = WhyNot(course, words),
        };

    private static string? WhyNot(CourseEffect course, Words words) =>
        course.Why is { } why
            ? WhyOf(
                new Declined(
                    Analysed.Treatment,
                    course.Name,
                    why,
                    course.DaysOnFewerSide,
                    CourseEffect.DaysNeededEachSide
                ),
                words
            )
            : null;

    private static object ChangePointOf(ChangePoint change) =>
        new
        {
            day = Iso(change.Day),
            from = Iso(change.FromDay),
            to = Iso(change.ToDay),
            jump = change.Jump,
            lo = change.Lo,
            hi = change.Hi,
            probability = change.Probability,
        };

    private static object FlareOf(Episode flare) => new { start = Iso(flare.FromDay), end = Iso(flare.ToDay) };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string Iso(int epochDay) =>
        Epoch.ToLocalDate(epochDay).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static int? DayOf(string? iso) =>
        iso is null ? null
        : new Dates("yyyy-MM-dd", LocalDate.MaxIsoValue).Read(iso) is { Refused: null, Day: var day } ? day.ToEpochDay()
        : throw new ImportException(ImportProblem.BadRoles, $"'{iso}'");

    private static double Number(CsvTable csv, string column)
    {
        var cell = csv[column];
        if (cell.Length == 0)
            return double.NaN;
        return
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : throw new ImportException(
                ImportProblem.BadCell,
                $"{csv.Line}, {column}: '{(cell.Length > 40 ? cell[..40] : cell)}'"
            );
    }

    private sealed record RolesFile(
        string Outcome,
        List<string>? OtherSymptoms,
        Dictionary<string, FactorKind>? Factors,
        int? MaxLag,
        TreatmentFile? Treatment,
        double? FlareThreshold,
        string? ForecastFrom,
        string? BadDays,
        List<CourseFile>? Courses
    );

    private sealed record CourseFile(string Name, string From, string? To, int? FullAfterDays, List<DoseFile>? Doses);

    private sealed record DoseFile(string From, double? Dose);

    private sealed record TreatmentFile(string Column, TreatmentKind Kind, string? Start);
}
