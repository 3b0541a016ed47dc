using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>What Apple Health says in words: sleep, symptoms, the cycle, workouts.</summary>
internal sealed partial class AppleFacts(ImportSink into)
{
    private static readonly Scale Severity = new(0, 3);

    /// <summary>Takes a record; false where it has no place here.</summary>
    public bool Take(AppleRecord record, Instant start, Instant end)
    {
        if (record.Type == AppleTypes.Sleep)
            TakeSleep(record, start, end);
        else if (record.Type == AppleTypes.Mindful)
            into.Add("mindful_minutes", record.Source, start, end, (end - start).TotalMinutes, record.Line);
        else if (record.Type == AppleTypes.Period)
            TakePeriod(record, start);
        else if (record.Type == AppleTypes.Workout)
            TakeYesNo(record, "exercise", yes: true, start);
        else if (AppleTypes.SymptomOf(record.Type) is { } symptom)
            TakeSymptom(record, symptom, start);
        else if (AppleTypes.PresenceOf(record.Type) is { } presence)
            TakePresence(record, presence, start);
        else
            return false;
        return true;
    }

    private void TakeSleep(AppleRecord record, Instant start, Instant end)
    {
        if (AppleTypes.StageOf(record.Written) is { } stage)
            into.AddSleep(record.Source, start, end, stage, record.Line);
        else
            Refuse(record);
    }

    private void TakePeriod(AppleRecord record, Instant start)
    {
        if (AppleTypes.BleedsOn(record.Written) is { } bleeds)
            TakeYesNo(record, "period", bleeds, start);
        else
            Refuse(record);
    }

    /// <summary>Present is 0 with them, and not present 1.</summary>
    private void TakePresence(AppleRecord record, string symptom, Instant start)
    {
        if (
            record.Written
            is not ("HKCategoryValuePresencePresent" or "0" or "HKCategoryValuePresenceNotPresent" or "1")
        )
            Refuse(record);
        else
            TakeYesNo(
                record,
                OwnOf(symptom, MeasureKind.YesNo),
                record.Written is "HKCategoryValuePresencePresent" or "0",
                start
            );
    }

    private void TakeSymptom(AppleRecord record, string symptom, Instant start)
    {
        var severity = AppleTypes.SeverityOf(record.Written);
        if (severity is null && !AppleTypes.IsUnspecified(record.Written))
            Refuse(record);
        else
            Keep(
                record,
                EntryOf(record, AppleTypes.BuiltInOf(symptom) ?? OwnOf(symptom, MeasureKind.Scale), start) with
                {
                    Value = severity,
                    // there, and not said how much: no number stands for that
                    Text = severity is null ? WordsOf(symptom) : null,
                    ScaleLow = Severity.Low,
                    ScaleTop = Severity.Top,
                    Unit = "{score}",
                }
            );
    }

    private void TakeYesNo(AppleRecord record, string measure, bool yes, Instant start) =>
        Keep(record, EntryOf(record, measure, start) with { Value = yes ? 1 : 0 });

    private void Keep(AppleRecord record, Entry entry)
    {
        if (into.WhyNot(entry.At!.Value, entry.At.Value) is { } why)
            into.Refuse(record.Line, why, entry.At.ToString()!, record.Type);
        else
            into.Introduce(entry);
    }

    private Entry EntryOf(AppleRecord record, string measure, Instant start)
    {
        var zone = into.Days.ZoneAt(start);
        return new Entry
        {
            Id = Recorded.ImportId(
                into.Format,
                record.Type,
                record.Source,
                start.ToString("g", CultureInfo.InvariantCulture)
            ),
            Measure = measure,
            Day = into.Days.DayOf(start),
            At = start,
            Zone = zone.Id,
            Source = into.Format,
        };
    }

    /// <summary>A measure of the person's own for a symptom that is none of ours.</summary>
    private string OwnOf(string symptom, MeasureKind kind)
    {
        var (name, isScale) = (WordsOf(symptom), kind == MeasureKind.Scale);
        var id = MappedCsv.OwnId(name);
        into.Introduce(
            new OwnMeasure
            {
                Id = Recorded.ImportId("own-measure", id),
                Measure = id,
                Name = name,
                Kind = kind,
                Role = isScale ? MeasureRole.Symptom : MeasureRole.Binary,
                Better = isScale ? Better.Lower : Better.Neither,
                ScaleLow = isScale ? Severity.Low : null,
                ScaleTop = isScale ? Severity.Top : null,
                Unit = isScale ? "{score}" : "1",
                Daily = isScale ? DailyRule.Mean : DailyRule.Max,
            }
        );
        return id;
    }

    /// <summary>"LowerBackPain" is "Lower back pain".</summary>
    private static string WordsOf(string symptom)
    {
        var words = WordStart().Replace(symptom, " $1").Trim();
        return words[..1] + words[1..].ToLowerInvariant();
    }

    private void Refuse(AppleRecord record) =>
        into.Refuse(record.Line, RefusalReason.UnknownType, record.Written, record.Type);

    [GeneratedRegex("([A-Z])")]
    private static partial Regex WordStart();
}
