using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>journal_entries.csv of Whoop: a question of a cycle a row, answered with yes or no.</summary>
/// <remarks>
/// Each question is a yes/no measure of the person's own. A cycle goes from falling asleep to falling asleep: it is of
/// the day that holds its twelfth hour.
/// </remarks>
internal sealed class WhoopJournal() : DeviceTable(WhoopSleeps.Maker, WhoopColumns.End)
{
    private const string Format = "whoop-journal";

    private static readonly Duration Half = Duration.FromHours(12);

    public override string Id => Format;

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, WhoopColumns.Start, WhoopColumns.Question, WhoopColumns.Answer);

    protected override string NameOf(string column) => WhoopColumns.NameOf(column);

    protected override void Read(TableRecord row)
    {
        var start = row.MomentIn(WhoopColumns.Start, WhoopColumns.Zone);
        if (row.Text(WhoopColumns.Question) is not { Length: > 0 } question)
            row.Refuse(RefusalReason.NoName, "", WhoopColumns.Question);
        else if (AnswerOf(row) is { } yes && start is { } from)
            Keep(row, question, yes, from);
    }

    private static bool? AnswerOf(TableRecord row)
    {
        var answer = row.Text(WhoopColumns.Answer) ?? "";
        var yes = YesOrNo(answer);
        if (answer.Length == 0)
            row.PassOver(WhoopColumns.Answer);
        else if (yes is null)
            row.Refuse(RefusalReason.NotYesOrNo, answer, WhoopColumns.Answer);
        return yes;
    }

    private static void Keep(TableRecord row, string question, bool yes, Instant start)
    {
        var measure = MeasureOf(question);
        var day = row.Days.DayOf(start + Half);
        row.KeepFact(
            new Entry
            {
                Id = Recorded.ImportId(Format, measure.Measure, $"{day:uuuu-MM-dd}"),
                Measure = measure.Measure,
                Value = yes ? 1 : 0,
                Day = day,
                Source = Format,
            },
            day,
            measure
        );
    }

    private static bool? YesOrNo(string answer) =>
        answer.ToLowerInvariant() switch
        {
            "true" or "1" or "yes" => true,
            "false" or "0" or "no" => false,
            _ => null,
        };

    private static OwnMeasure MeasureOf(string question)
    {
        var id = MappedCsv.OwnId(question);
        return new OwnMeasure
        {
            Id = Recorded.ImportId("own-measure", id),
            Measure = id,
            Name = question,
            Kind = MeasureKind.YesNo,
            Daily = DailyRule.Max,
            Role = MeasureRole.Binary,
        };
    }
}
