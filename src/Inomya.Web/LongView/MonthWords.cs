using Inomya.Content;
using Inomya.LongView;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.LongView;

/// <summary>Months and their averages as people read them.</summary>
public static class MonthWords
{
    /// <summary>"Nov 2026".</summary>
    public static string Of(Words words, LocalDate month) =>
        LocalDatePattern.Create(words["design.format.month-year"], words.Culture).Format(month);

    /// <summary>"Pain, average; lower is better": which way is good, said with every number.</summary>
    public static string Name(Words words, DayColumn column) =>
        words[$"report.since.average.{GoodWay.Of(column.Measure?.Better)}", ("measure", words.NameOf(column))];

    /// <summary>"4.2 (21 days)"; "not recorded" where there is no day.</summary>
    public static string Mean(Words words, MonthMean? mean) =>
        mean is { Recorded: > 0 }
            ? words["long-view.mean", ("mean", mean.Mean), ("n", mean.Recorded)]
            : words["common.not-recorded"];
}
