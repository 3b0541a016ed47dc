namespace Inomya.Web.Questionnaires;

/// <summary>One line of a question's fields, as it was sent or is shown.</summary>
/// <param name="Value">What was typed or picked.</param>
/// <param name="Own">Beside a list or a picker: what was written instead.</param>
/// <param name="Unit">The position of the unit in the form's list, or the unit as written.</param>
internal sealed record FieldRow(string Value = "", string Own = "", string Unit = "")
{
    public bool IsEmpty => Value.Length + Own.Length == 0;
}
