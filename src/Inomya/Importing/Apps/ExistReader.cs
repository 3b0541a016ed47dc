using System.Text.Json;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Turns the days of one attribute of Exist into facts.</summary>
internal sealed class ExistReader(string name, IReadOnlyList<JsonElement> days, DiaryFacts facts)
{
    private const string App = "Exist";

    private readonly bool _isTag = days.Select(d => d.At("value") ?? default)
        .Where(v => !v.IsNothing())
        .All(v => v.ValueKind is JsonValueKind.True or JsonValueKind.False || v.Number() is 0 or 1);

    public void Read(JsonElement day, long line)
    {
        var written = day.TextAt("date");
        if (facts.IsDated(line, "date", written, IsoTime.Parse(written), out var at))
            ReadValue(at, day.At("value") ?? default);
    }

    private void ReadValue(DiaryTime at, JsonElement value)
    {
        if (value.IsNothing())
            facts.PassOver(name);
        else if (value.Text() is { } text)
            AddText(at, text);
        else if (NumberOf(value) is { } number)
            AddNumber(at, number);
        else
            facts.Refuse(at.Line, RefusalReason.NotANumber, value.GetRawText(), name);
    }

    private static double? NumberOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => value.Number(),
        };

    private void AddText(DiaryTime at, string text)
    {
        if (text.Trim().Length == 0)
            facts.PassOver(name);
        else if (name.EndsWith("note", StringComparison.OrdinalIgnoreCase))
            facts.Write(at, text, name);
        else
            facts.Say(at, App, name, text);
    }

    private void AddNumber(DiaryTime at, double number)
    {
        if (_isTag && number == 0)
            facts.PassOver($"{name}: 0");
        else if (_isTag)
            facts.Answer(at, "tag", name);
        else if (name is "steps")
            facts.AmountOf(at, "steps", name, number, "{steps}/d");
        else if (name is "heartrate_resting")
            facts.AmountOf(at, "resting_heart_rate", name, number, "/min");
        else
            facts.Amount(at, App, name, number);
    }
}
