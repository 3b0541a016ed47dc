using System.Globalization;

namespace Inomya.Questionnaires;

public sealed record QuantityAnswer(decimal Value, string? Unit, string? System, string? Code) : AnswerValue
{
    public override string Text => Value.ToString(CultureInfo.InvariantCulture);
}
