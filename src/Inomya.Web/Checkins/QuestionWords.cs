using System.Text.Json;
using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Web.Checkins;

/// <summary>Questions as people read them.</summary>
public static class QuestionWords
{
    /// <summary>The name of what is asked: a place, a measure.</summary>
    public static string NameOf(this Words words, Question question, MeasureList measures) =>
        question.Region is { } region ? words[$"region.{region}"]
        : measures.Find(question.Measure) is { } measure ? words.NameOf(measure)
        : question.Measure;

    /// <summary>Why a question is asked on a day on which not all are.</summary>
    /// <param name="outcome">What its answers are held against.</param>
    public static string WhyAsked(this Words words, Measure asked, AskReason reason, Measure outcome) =>
        words[
            $"checkin.asked.{JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString())}",
            ("factor", words.NameOf(asked)),
            ("measure", words.InSentence(outcome))
        ];

    /// <summary>A part of a measure's words, such as "ask" or "low"; null when it has none.</summary>
    public static string? WordOf(this Words words, Measure measure, string part) =>
        words.Has($"measure.{measure.Id}.{part}") ? words[$"measure.{measure.Id}.{part}"] : null;
}
