using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Exports;

/// <summary>Every value of a journal as a row, one at a time: what was told, then what devices measured, then results.</summary>
internal sealed class Observations(Journal journal)
{
    private const string Told = "self-report";
    private const string Measured = "device";
    private const string Laboratory = "laboratory";
    private const string Examined = "examination";
    private const string Minutes = "min";

    private readonly DayClock _calendar = journal.Days.Calendar;

    public async IAsyncEnumerable<ObservationRow> EachAsync([EnumeratorCancellation] CancellationToken stop)
    {
        IAsyncEnumerable<ObservationRow>[] parts =
        [
            Each<Entry>(e => [OfEntry(e)], stop),
            Each<SleepNight>(OfNight, stop),
            Each<FunctionDay>(f => [OfFunction(f)], stop),
            Each<Response>(OfScores, stop),
            Each<LabResult>(r => [OfLaboratory(r)], stop),
            Each<Examination>(f => [OfExamination(f)], stop),
            journal.EachSampleAsync(stop).Select(OfSample),
        ];
        foreach (var part in parts)
        await foreach (var row in part)
            yield return row;
    }

    private IAsyncEnumerable<ObservationRow> Each<T>(Func<T, IEnumerable<ObservationRow>> rows, CancellationToken stop)
        where T : Recorded => journal.EachAsync<T>(stop).SelectMany(rows);

    private ObservationRow OfEntry(Entry entry) =>
        new()
        {
            Person = entry.PersonId,
            Start = entry.At,
            End = entry.At,
            Day = entry.Day,
            Zone = entry.Zone ?? ZoneAt(entry.At),
            Measure = new ColumnName(entry.Measure, entry.Region).Name,
            Value = entry.Value,
            Raw = entry.Text,
            Unit = entry.Unit,
            Scale = entry.Scale,
            Source = entry.Source,
            Method = Told,
            Change = entry.ChangeId,
        };

    private ObservationRow OfSample(StandingSample sample)
    {
        var (start, end) = (sample.Reading.Start, sample.Reading.End);
        return new ObservationRow
        {
            Person = journal.Person.Id,
            Start = start,
            End = end,
            // what adds up over a stretch is of the day it began on; a spot value or a night, of the day it ended on
            Day = _calendar.DayOf(sample.Rule == DailyRule.Sum ? start : end),
            Zone = ZoneAt(start),
            Measure = sample.Measure,
            Value = sample.Reading.Value,
            Device = sample.Device,
            Method = Measured,
        };
    }

    private static IEnumerable<ObservationRow> OfNight(SleepNight night) =>
        from part in ((string Name, double? Value, string? Raw, string? Unit)[])
            [
                ("into_bed", null, Written.Time(night.IntoBed), null),
                ("lights_out", null, Written.Time(night.LightsOut), null),
                ("minutes_to_sleep", night.MinutesToSleep, null, Minutes),
                ("minutes_awake", night.MinutesAwake, null, Minutes),
                ("final_waking", null, Written.Time(night.FinalWaking), null),
                ("out_of_bed", null, Written.Time(night.OutOfBed), null),
                ("nap_minutes", night.NapMinutes, null, Minutes),
                ("caffeine_after_noon", YesNo(night.CaffeineAfterNoon), null, "1"),
            ]
        where part.Value is not null || part.Raw is not null
        select Of(night, night.Day, $"sleep_diary.{part.Name}") with
        {
            Value = part.Value,
            Raw = part.Raw,
            Unit = part.Unit,
            Source = night.Source,
        };

    private static ObservationRow OfFunction(FunctionDay function) =>
        Of(function, function.Day, $"function.{function.Activity}") with
        {
            Raw = function.Way,
        };

    /// <summary>The scores that were told, by the rule that made them; answers are in the FHIR file and the archive.</summary>
    private static IEnumerable<ObservationRow> OfScores(Response response)
    {
        if (response.Scores is null)
            yield break;
        using var scores = JsonDocument.Parse(response.Scores);
        foreach (var rule in scores.RootElement.EnumerateObject().Where(r => r.Value.ValueKind == JsonValueKind.Object))
        foreach (var score in rule.Value.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Number))
            yield return Of(response, response.Day, $"{response.Instrument}.{score.Name}") with
            {
                Value = score.Value.GetDouble(),
                Unit = "{score}",
                Source = $"{response.Source} {rule.Name} {response.Version}",
            };
    }

    private static ObservationRow OfLaboratory(LabResult result) =>
        Of(result, result.Day, result.Test) with
        {
            Value = result.Comparator is null ? result.Value : null,
            Raw = result.Text ?? $"{result.Comparator}{Written.Number(result.Value)}",
            Unit = result.Unit,
            Source = result.Source,
            Device = result.Lab,
            Method = Laboratory,
            Quality = result.IsPreliminary ? "preliminary" : null,
        };

    private static ObservationRow OfExamination(Examination finding) =>
        Of(finding, finding.Day, string.Join('.', new[] { finding.Kind, finding.Side }.OfType<string>())) with
        {
            Value = finding.Value,
            Raw = finding.Text,
            Unit = finding.Unit,
            Source = finding.By,
            Method = Examined,
        };

    private static ObservationRow Of(Recorded fact, LocalDate day, string measure) =>
        new()
        {
            Person = fact.PersonId,
            Day = day,
            Measure = measure,
            Method = Told,
            Change = fact.ChangeId,
        };

    private static double? YesNo(bool? answer) =>
        answer is { } yes ? Convert.ToDouble(yes, CultureInfo.InvariantCulture) : null;

    private string? ZoneAt(Instant? at) => at is { } moment ? journal.Days.ZoneAt(moment).Id : null;
}
