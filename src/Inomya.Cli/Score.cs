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
        command.SetAction(call =>
            (call.GetValue(Name), call.GetValue(AnswersFile), call.GetValue(Batch)) switch
            {
                (null, null, { } vectors) => ScoreBatch(vectors),
                ({ } name, { } answers, null) => ScoreOne(name, answers, call.GetValue(Output.Json)),
                _ => throw new UsageException("Give an instrument and --answers FILE, or --batch FILE."),
            }
        );
        return command;
    }

    private static int ScoreOne(string name, string file, bool asJson)
    {
        var instruments = new Instruments(new ContentFolder());
        if (instruments.FindRule(name) is not { } found)
            throw new UsageException(
                $"There is no instrument '{name}'. Here are: {string.Join(", ", instruments.All.SelectMany(i => i.Meaning.Rules))}."
            );
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var answers = Fit(found.Instrument, json.RootElement);
            var scores = Scoring.Score(found.Rule, answers, found.Instrument.Meaning);
            var alarms = found.Instrument.Alarms(answers).Select(a => a.Show).ToList();
            if (asJson)
                Output.Print(
                    new
                    {
                        instrument = found.Rule,
                        version = found.Instrument.Meaning.Version,
                        scores = ToJson(scores),
                        safety = alarms,
                    }
                );
            else
                foreach (var (score, value) in scores)
                    Console.Out.WriteLine($"{score}: {value ?? "-"}");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            Output.Say($"{file}: {e.Message}");
            return ExitCode.Unreadable;
        }
    }

    private static int ScoreBatch(string file)
    {
        var instruments = new Instruments(new ContentFolder());
        var refused = 0;
        var results = new JsonArray();
        try
        {
            using var vectors = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var (at, vector) in vectors.RootElement.EnumerateArray().Index())
            {
                var id =
                    vector.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.String
                        ? given.GetString()!
                        : $"#{at}";
                var result = ScoreVector(instruments, vector, out var why);
                results.Add(new JsonObject { ["id"] = id, ["scores"] = result });
                if (why is null)
                    continue;
                refused++;
                Output.Say($"{file}: {id}: {why}");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Output.Say($"{file}: this is not a JSON array of vectors: {e.Message}");
            return ExitCode.Unreadable;
        }
        Output.Print(results);
        return refused == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static JsonObject? ScoreVector(Instruments instruments, JsonElement vector, out string? why)
    {
        try
        {
            why = null;
            var name = vector.GetProperty("instrument").GetString() ?? "";
            if (instruments.FindRule(name) is { } found)
                return ToJson(
                    Scoring.Score(
                        found.Rule,
                        Fit(found.Instrument, vector.GetProperty("answers")),
                        found.Instrument.Meaning
                    )
                );
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
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("resourceType", out _))
            return ResponseJson.Read(instrument.Form.Value, json.GetRawText()).ForScoring();
        var fitted = PlainAnswers.Fit(instrument.Form.Value, json, out var unknown);
        if (unknown.Count > 0)
            Output.Say($"{instrument.Id} has no item {string.Join(", ", unknown)}; left out.");
        return fitted.ForScoring(FormView.All);
    }

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
