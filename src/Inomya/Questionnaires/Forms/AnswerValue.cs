namespace Inomya.Questionnaires;

/// <summary>One answer to one item, as FHIR knows it.</summary>
public abstract record AnswerValue
{
    /// <summary>As it is written into a form field and read back from one.</summary>
    public abstract string Text { get; }

    public sealed override string ToString() => Text;
}
