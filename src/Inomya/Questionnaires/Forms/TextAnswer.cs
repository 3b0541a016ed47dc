namespace Inomya.Questionnaires;

/// <summary>Text of a kind: string, date, dateTime, time or uri, as FHIR writes it.</summary>
public sealed record TextAnswer(string Value, string Type = "string") : AnswerValue
{
    public override string Text => Value;
}
