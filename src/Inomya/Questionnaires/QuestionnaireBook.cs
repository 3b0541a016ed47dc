using System.Text.Json;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Questionnaires;

/// <summary>The questionnaires of one person: taken up again, saved answer by answer, scored when done.</summary>
public sealed class QuestionnaireBook(Journal journal)
{
    /// <summary>Beside the rules in <see cref="Response.Scores"/>; no rule has this name.</summary>
    private const string Bands = "bands";

    /// <summary>The response that was begun and not finished; null when there is none of this version.</summary>
    /// <remarks>An own form that was brought again is gone on with: answers to items it has no more are kept.</remarks>
    public async Task<Response?> OpenAsync(Instrument instrument, CancellationToken stop = default) =>
        (await OfAsync(instrument.Id, stop)).LastOrDefault(r =>
            !r.Completed
            && (
                r.Version == instrument.Meaning.Version
                || instrument.Id.StartsWith(OwnForms.Prefix, StringComparison.Ordinal)
            )
        );

    /// <summary>The finished responses, the oldest first, each with the scores it got then.</summary>
    public async Task<IReadOnlyList<Response>> CompletedAsync(string instrument, CancellationToken stop = default) =>
        [.. (await OfAsync(instrument, stop)).Where(r => r.Completed)];

    /// <summary>The answers of a response, ready to go on with.</summary>
    public static FormAnswers AnswersOf(Instrument instrument, Response? response) =>
        response is null
            ? FormAnswers.Begin(instrument.Form.Value)
            : ResponseJson.Read(instrument.Form.Value, response.Json);

    /// <summary>Saves the answers as they are now, as one change that can be undone.</summary>
    /// <param name="current">What was saved before; null for the first answer.</param>
    /// <param name="completed">The person is done: it is scored, and later rules leave it alone.</param>
    /// <param name="key">The submission's own id, when the same one could arrive twice.</param>
    /// <param name="own">The scores of a form the person brought, which scores itself.</param>
    /// <exception cref="ChangedMeanwhileException">It was saved from elsewhere meanwhile.</exception>
    public async Task<Response> SaveAsync(
        Instrument instrument,
        Response? current,
        FormAnswers answers,
        bool completed,
        string? key = null,
        Scores? own = null,
        CancellationToken stop = default
    )
    {
        var response = ResponseOf(instrument, answers, current?.Day ?? journal.Today, completed, own);
        var draft = new Draft("questionnaire", key, response.Day);
        if (current is null)
            draft.Add(response);
        else
            draft.Correct(current, response);
        await journal.RecordAsync(draft, stop);
        return await journal.FindAsync<Response>(current?.Id ?? response.Id, stop) ?? response;
    }

    /// <summary>A response with its scores, ready to be recorded.</summary>
    internal static Response ResponseOf(
        Instrument instrument,
        FormAnswers answers,
        LocalDate day,
        bool completed,
        Scores? own = null
    ) =>
        new()
        {
            Instrument = instrument.Id,
            Version = instrument.Meaning.Version,
            Day = day,
            Completed = completed,
            Json = ResponseJson.Write(answers, completed, all: true),
            Source = "questionnaire",
            Scores = completed
                ? ScoresJson(
                    own is null
                        ? instrument.Score(answers.ForScoring())
                        : new Dictionary<string, Scores> { [OwnForms.Rule] = own },
                    instrument.Meaning
                )
                : null,
        };

    /// <summary>The safety rules that a response sets off: to be shown at once, before anything else.</summary>
    public static IReadOnlyList<SafetyRule> Alarms(Instrument instrument, FormAnswers answers) =>
        instrument.Alarms(answers.ForScoring());

    /// <summary>A stored score; null when it could not be told.</summary>
    public static double? StoredNumber(Response response, string rule, string score) =>
        Stored(response, rule, score) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <summary>A stored key, such as a band; null when it could not be told.</summary>
    public static string? StoredWord(Response response, string rule, string score) =>
        Stored(response, rule, score) is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;

    /// <summary>A stored yes or no; null when it could not be told.</summary>
    public static bool? StoredFlag(Response response, string rule, string score) =>
        Stored(response, rule, score) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag
            ? flag.GetBoolean()
            : null;

    /// <summary>
    /// The band that was told with a stored score; null when none was. A response of before bands were kept was told that
    /// of its version, which today's content still knows where it is that version.
    /// </summary>
    public static ToldBand? StoredBand(Response response, ScoreMeaning score, Meaning today)
    {
        if (Stored(response, Bands, score.Id) is { } told)
            return told.Deserialize<ToldBand>();
        return
            response.Version == today.Version
            && !HasBands(response)
            && StoredNumber(response, score.Rule, score.Id) is { } value
            ? today.TellBand(score.Id, value)
            : null;
    }

    private static bool HasBands(Response response)
    {
        if (response.Scores is null)
            return false;
        using var json = JsonDocument.Parse(response.Scores);
        return json.RootElement.TryGetProperty(Bands, out _);
    }

    private static JsonElement? Stored(Response response, string rule, string score)
    {
        if (response.Scores is null)
            return null;
        using var json = JsonDocument.Parse(response.Scores);
        return json.RootElement.TryGetProperty(rule, out var of) && of.TryGetProperty(score, out var value)
            ? value.Clone()
            : null;
    }

    private static string? ScoresJson(IReadOnlyDictionary<string, Scores> scores, Meaning meaning)
    {
        if (scores.Count == 0)
            return null;
        var written = scores.ToDictionary(s => s.Key, s => s.Value.ToDictionary(v => v.Key, v => v.Value));
        written[Bands] = BandsOf(scores, meaning);
        return JsonSerializer.Serialize(written);
    }

    /// <summary>What each score is called on the day it is told.</summary>
    private static Dictionary<string, object?> BandsOf(IReadOnlyDictionary<string, Scores> scores, Meaning meaning) =>
        (
            from score in meaning.Scores
            let value = scores.GetValueOrDefault(score.Rule)?.Number(score.Id)
            where value is not null
            let band = meaning.TellBand(score.Id, value.Value)
            where band is not null
            select (score.Id, band)
        ).ToDictionary(b => b.Id, b => (object?)b.band);

    private async Task<IReadOnlyList<Response>> OfAsync(string instrument, CancellationToken stop) =>
        [
            .. (await journal.AllAsync<Response>(stop))
                .Where(r => r.Instrument == instrument)
                .OrderBy(r => r.Day)
                .ThenBy(r => r.Id),
        ];
}
