using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Vocabulary;

/// <summary>
/// What a column of a daily table holds. Its name is "pain", "pain@neck", "fatigue[0-4]" or "took:NAME", and is written
/// and read here alone.
/// </summary>
/// <param name="Measure">Id of the measure; of a treatment what <see cref="OfTreatment"/> makes of its name.</param>
/// <param name="Region">Body region; null for the whole person.</param>
/// <param name="Scale">
/// The scale its values were rated on when that is not the measure's own; a rating never changes scale.
/// </param>
public readonly partial record struct ColumnName(string Measure, string? Region = null, Scale? Scale = null)
{
    private const string Took = "took:";

    /// <summary>Whether a treatment was taken on a day.</summary>
    /// <param name="name">As the person named it.</param>
    public static ColumnName OfTreatment(string name) => new($"{Took}{name}");

    /// <summary>The treatment's name; null for a measure.</summary>
    public string? Treatment => Measure.StartsWith(Took, StringComparison.Ordinal) ? Measure[Took.Length..] : null;

    /// <summary>As it stands at the head of a table.</summary>
    public string Name => $"{Measure}{(Region is null ? "" : $"@{Region}")}{(Scale is { } s ? $"[{s}]" : "")}";

    /// <summary>Reads what <see cref="Name"/> wrote. What is written otherwise is a measure of that id.</summary>
    public static ColumnName Parse(string name)
    {
        if (name.StartsWith(Took, StringComparison.Ordinal) || Written().Match(name) is not { Success: true } read)
            return new ColumnName(name);
        var groups = read.Groups;
        return new ColumnName(
            groups["measure"].Value,
            groups["region"].Success ? groups["region"].Value : null,
            groups["low"].Success ? new Scale(Number(groups["low"]), Number(groups["top"])) : null
        );
    }

    public override string ToString() => Name;

    private static double Number(Group written) => double.Parse(written.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<measure>[^@\[\]]+)(@(?<region>[^@\[\]]+))?(\[(?<low>-?\d+(\.\d+)?)-(?<top>-?\d+(\.\d+)?)\])?$"
    )]
    private static partial Regex Written();
}
