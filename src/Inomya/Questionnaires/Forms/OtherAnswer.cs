namespace Inomya.Questionnaires;

/// <summary>
/// Something we keep as it came and do not ask for, such as an attachment; the JSON of value[x] with its name.
/// </summary>
public sealed record OtherAnswer(string Type, string Json) : AnswerValue
{
    public override string Text => Json;
}
