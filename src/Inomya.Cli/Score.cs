using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.Cli;

/// <summary>inomya score: what the answers to a questionnaire add up to.</summary>
internal static class Score
{
    private static readonly Argument<string?> Name = new("instrument")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "PHQ-9, PEG, ACR2016, …; or its id.",
    };
    private static readonly Option<string?> AnswersFile = new("--answers")
    {
        Description = "JSON of item → answer, or a FHIR QuestionnaireResponse.",
    };
    private static readonly Option<string?> Batch = new("--batch")
    {
        Description = "JSON array of {id, instrument, answers}; prints an array of {id, scores}.",
    };

    public static Command Command()
    {
        var command = new Command("score", "Scores the answers to a questionnaire.")
        {
            Name,
            AnswersFile,
            Batch,
            Output.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult call) =>
        (call.GetValue(Name), call.GetValue(AnswersFile), call.GetValue(Batch)) switch
        {
            (null, null, { } vectors) => ScoreBatch(vectors),
            ({ } name, { } answers, null) => ScoreOne(name, answers, call.GetValue(Output.Json)),
            _ => throw new UsageException("Give an instrument and --answers FILE, or --batch FILE."),
        };

    private static int ScoreOne(string name, string file, bool asJson)
    {
        var instruments = new Instruments(new ContentFolder());
        var found = instruments.FindRule(name) ?? throw NoSuch(name, instruments);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Print(found.Instrument, found.Rule, Fit(found.Instrument, json.RootElement), asJson);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            Output.Say($"{file}: {e.Message}");
            return ExitCode.Unreadable;
        }
    }

    private static UsageException NoSuch(string name, Instruments instruments)
    {
        var known = string.Join(", ", instruments.All.SelectMany(i => i.Meaning.Rules));
        return new UsageException($"There is no instrument '{name}'. Here are: {known}.");
    }

    private static void Print(Instrument instrument, string rule, Answers answers, bool asJson)
    {
        var scores = Scoring.Score(rule, answers, instrument.Meaning);

        if (asJson)
            Output.Print(Document(instrument, rule, answers, scores));
        else
            foreach (var (score, value) in scores)
                Console.Out.WriteLine($"{score}: {value ?? "-"}");
    }

    private static object Document(Instrument instrument, string rule, Answers answers, Scores scores) =>
        new
        {
            instrument = rule,
            version = instrument.Meaning.Version,
            scores = ToJson(scores),
            safety = instrument.Alarms(answers).Select(a => a.Show).ToList(),
        };

    private static int ScoreBatch(string file)
    {
        var instruments = new Instruments(new ContentFolder());
        JsonArray results;
        int refused;
        try
        {
            using var vectors = JsonDocument.Parse(File.ReadAllText(file));
            results = ScoreAll(instruments, file, vectors.RootElement, out refused);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Output.Say($"{file}: this is not a JSON array of vectors: {e.Message}");
            return ExitCode.Unreadable;
        }
        Output.Print(results);
        return refused == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static JsonArray ScoreAll(Instruments instruments, string file, JsonElement vectors, out int refused)
    {
        var results = new JsonArray();
        refused = 0;
        foreach (var (at, vector) in vectors.EnumerateArray().Index())
        {
            var id = IdOf(vector) ?? $"#{at}";
            results.Add(new JsonObject { ["id"] = id, ["scores"] = ScoreVector(instruments, vector, out var why) });
            if (why is not null)
            {
                refused++;
                Output.Say($"{file}: {id}: {why}");
            }
        }
        return results;
    }

    private static string? IdOf(JsonElement vector) =>
        vector.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private static JsonObject? ScoreVector(Instruments instruments, JsonElement vector, out string? why)
    {
        try
        {
            why = null;
            var name = vector.GetProperty("instrument").GetString() ?? "";
            if (instruments.FindRule(name) is { } found)
            {
                var answers = Fit(found.Instrument, vector.GetProperty("answers"));
                return ToJson(Scoring.Score(found.Rule, answers, found.Instrument.Meaning));
            }
            why = $"there is no instrument '{name}'";
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            why = e.Message;
        }
        return null;
    }

    private static Answers Fit(Instrument instrument, JsonElement json)
    {
        if (IsFhir(json))
            return FitResponse(instrument, json).ForScoring();
        var fitted = PlainAnswers.Fit(instrument.Form.Value, json, out var unknown);
        if (unknown.Count > 0)
            Output.Say($"{instrument.Id} has no item {string.Join(", ", unknown)}; left out.");
        return fitted.ForScoring(FormView.All);
    }

    /// <exception cref="FormException">No answer of it is to a question of the instrument.</exception>
    private static FormAnswers FitResponse(Instrument instrument, JsonElement json)
    {
        var answers = ResponseJson.Read(instrument.Form.Value, json.GetRawText());
        if (!answers.Places.Any())
            throw new FormException("item", $"no answer is to a question of {instrument.Id}");
        if (answers.Vanished.Count > 0)
            Output.Say($"{instrument.Id}: {answers.Vanished.Count} items of the response are not of it; left out.");
        return answers;
    }

    private static bool IsFhir(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("resourceType", out _);

    private static JsonObject ToJson(Scores scores)
    {
        var json = new JsonObject();
        foreach (var (name, value) in scores)
            json[name] = value switch
            {
                double number => number,
                bool flag => flag,
                string word => word,
                _ => null,
            };
        return json;
    }
}
