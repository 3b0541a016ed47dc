using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Inomya.Journals;
using NodaTime.Text;

namespace Inomya.Experiments;

/// <summary>An experiment as files that another statistician can check without us.</summary>
public static class TrialFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>
    /// One row a day: date, block and pair from 1, with (1 or 0), counts (0 in the first days of a block), outcome and
    /// kept; empty is not recorded.
    /// </summary>
    public static void WriteCsv(TrialOutcome outcome, TextWriter text)
    {
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var name in (string[])["date", "block", "pair", "with", "counts", "outcome", "kept"])
            csv.WriteField(name);
        csv.NextRecord();
        foreach (var day in outcome.Days)
            Write(day, csv);
    }

    private static void Write(TrialDay day, CsvWriter csv)
    {
        csv.WriteField(LocalDatePattern.Iso.Format(day.Day));
        csv.WriteField(day.Block + 1);
        csv.WriteField(day.Block / 2 + 1);
        csv.WriteField(day.With ? 1 : 0);
        csv.WriteField(day.Settling ? 0 : 1);
        csv.WriteField(TextOf(day.Outcome));
        csv.WriteField(WordOf(day.Kept));
        csv.NextRecord();
    }

    private static string TextOf(double outcome) =>
        double.IsNaN(outcome) ? "" : outcome.ToString("R", CultureInfo.InvariantCulture);

    private static string WordOf(Adherence? kept) =>
        kept switch
        {
            Adherence.AsSaid => "as-said",
            Adherence.Otherwise => "otherwise",
            _ => "",
        };

    /// <summary>The plan with its hash, the numbers and the answer; null where something could not be told.</summary>
    public static string ResultJson(ExperimentRun run, TrialOutcome outcome) =>
        JsonSerializer.Serialize(
            new
            {
                protocol = JsonDocument.Parse(run.Experiment.Protocol).RootElement,
                protocol_sha256 = run.Experiment.ProtocolHash,
                protocol_intact = run.IsIntact,
                stopped_on = run.Experiment.StoppedOn is { } stopped ? LocalDatePattern.Iso.Format(stopped) : null,
                stop_reason = run.Experiment.StopReason,
                days = outcome.Days.Count,
                recorded = outcome.Recorded,
                as_said = outcome.Days.Count(d => d.Kept == Adherence.AsSaid),
                otherwise = outcome.Days.Count(d => d.Kept == Adherence.Otherwise),
                answer = outcome.Answer,
                effect = outcome.Effect,
                effect_on_days_as_said = outcome.OnlyAsSaid,
                declined = outcome.Declined,
                look = outcome.Look,
            },
            Json
        );
}
