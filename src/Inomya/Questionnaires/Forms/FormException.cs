namespace Inomya.Questionnaires;

/// <summary>A questionnaire that cannot be used; says where and why.</summary>
public sealed class FormException(string place, string why) : FormatException($"{place}: {why}")
{
    /// <summary>The link id, or where in the file.</summary>
    public string Place { get; } = place;
    public string Why { get; } = why;
}
