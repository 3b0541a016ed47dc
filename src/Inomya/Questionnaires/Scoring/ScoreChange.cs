using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Questionnaires;

/// <summary>One score of one questionnaire each time it was finished, and what came of it from the first to the last.</summary>
/// <param name="Values">The oldest first; at least one.</param>
public sealed record ScoreChange(
    Instrument Instrument,
    ScoreMeaning Score,
    IReadOnlyList<(Response Response, double Value)> Values
)
{
    /// <summary>Null when no response has this score.</summary>
    /// <param name="completed">The oldest first.</param>
    public static ScoreChange? Of(Instrument instrument, ScoreMeaning score, IEnumerable<Response> completed)
    {
        List<(Response, double)> values =
        [
            .. from response in completed
            let value = QuestionnaireBook.StoredNumber(response, score.Rule, score.Id)
            where value is not null
            select (response, value.Value),
        ];
        return values.Count == 0 ? null : new ScoreChange(instrument, score, values);
    }

    public (Response Response, double Value) First => Values[0];
    public (Response Response, double Value) Last => Values[^1];

    /// <summary>Scored by one version of the rules, so that the two can be compared.</summary>
    public bool IsComparable => First.Response.Version == Last.Response.Version;

    /// <summary>
    /// From the first to the last it changed by at least what matters to most people; null where no source says how much
    /// that is, and with rules that are not today's.
    /// </summary>
    public bool? Matters =>
        Values.Count > 1 && IsComparable && Last.Response.Version == Instrument.Meaning.Version
            ? Instrument.Meaning.ChangeOf(Score.Id)?.Matters(First.Value, Last.Value)
            : null;

    /// <summary>Which way it went; null where it did not move, or neither way is good.</summary>
    public bool? IsBetter =>
        First.Value == Last.Value || Score.Better == Better.Neither
            ? null
            : Last.Value > First.Value == (Score.Better == Better.Higher);
}
