namespace Inomya.Questionnaires;

public sealed record YesNoAnswer(bool Value) : AnswerValue
{
    public override string Text => Value ? "true" : "false";
}
