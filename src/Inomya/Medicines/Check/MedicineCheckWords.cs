using System.Globalization;
using System.Text.Json;
using Inomya.Content;

namespace Inomya.Medicines;

/// <summary>Puts a finding into a person's words.</summary>
/// <remarks>A finding without a verified source always says so in its text: it is never worded as a fact.</remarks>
public sealed class MedicineCheckWords(MedicineCatalogue catalogue, Words words)
{
    /// <summary>Values that are not words yet: they are put into the language here.</summary>
    internal const string ClassValue = "class",
        AmountValue = "amount",
        LimitValue = "limit",
        ForValue = "for",
        SubstanceValue = "substance",
        DaysValue = "days",
        LabelDaysValue = "label-days",
        LabelValue = "whose",
        EveryValue = "every",
        HarmValue = "harm";

    private const int DaysInWeek = 7;

    private const int LongestShown = 200;

    private readonly Dictionary<string, string> _conditions = catalogue
        .Substances.Where(s => s.Kind == SubstanceKind.Condition)
        .ToDictionary(s => s.Name, s => s.Id, StringComparer.Ordinal);

    /// <summary>What was found and why it matters.</summary>
    public string Text(MedicineFinding finding)
    {
        var text = words[finding.Text, [.. finding.Values.Select(v => (v.Key, (object?)Value(v.Key, v.Value)))]];
        if (finding.Somewhere)
            text = words["medicine-check.name.somewhere", ("text", text)];
        return finding.Basis.Verified ? text : words["medicine-check.not-verified", ("text", text)];
    }

    /// <summary>
    /// Whom to ask and how soon; never a change of one's own. How soon follows from how much the finding weighs.
    /// </summary>
    public string Action(MedicineFinding finding) =>
        words[finding.Action, ("soon", words[$"medicine-check.soon.{Key(finding.Severity)}"])];

    /// <summary>What the finding is about: the names as the person gave them, conditions in their language.</summary>
    public IEnumerable<string> Names(MedicineFinding finding) => finding.Between.Select(Name);

    /// <summary>Said with every result: no finding is no clearance.</summary>
    public string Notice => words["medicine-check.notice"];

    /// <summary>Why a part of a list was refused.</summary>
    public string Refusal(Refusal refusal) =>
        words[
            $"medicine-check.refused.{JsonNamingPolicy.KebabCaseLower.ConvertName($"{refusal.Reason}")}",
            ("entry", refusal.Entry),
            ("name", refusal.Name ?? "?"),
            ("value", refusal.Value)
        ];

    /// <summary>"caution", in words.</summary>
    public string Severity(Severity severity) => words[$"medicine-check.severity.{Key(severity)}"];

    private static string Key(Severity severity) => severity.ToString().ToLowerInvariant();

    private string Value(string name, string value) =>
        name switch
        {
            EveryValue => words[$"medicine-check.every.{value}"],
            HarmValue => words[$"medicine-check.harm.{value}"],
            ClassValue => words[$"class.{value}"],
            AmountValue or LimitValue => Amount(value),
            ForValue => Conditions(value.Split(',', StringSplitOptions.RemoveEmptyEntries)),
            LabelValue => words[$"medicine-check.whose.{value.ToLowerInvariant()}"],
            "a" or "b" => Name(value),
            SubstanceValue => Substances(value),
            DaysValue or LabelDaysValue => Days(int.Parse(value, CultureInfo.InvariantCulture)),
            _ => value,
        };

    /// <summary>
    /// A condition that was ticked, or comes with the age, stands in the list under the first of its names. A text that
    /// is too long for a name is shown by its beginning.
    /// </summary>
    private string Name(string written) =>
        _conditions.TryGetValue(written, out var id) ? words[$"condition-name.{id}"]
        : written.Length > LongestShown ? written[..LongestShown] + "…"
        : written;

    private string Conditions(IEnumerable<string> ids) =>
        string.Join(", ", ids.Select(id => words[$"condition-name.{id}"]));

    private string Substances(string name) =>
        string.Join(", ", catalogue.Names.Read(name).Parts.Select(p => p.Substance.NameIn(words.Language)));

    private string Amount(string amount)
    {
        var parts = amount.Split(' ', 2);
        var value = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return $"{value.ToString("#,0.###", words.Culture)} {words[$"dose-unit.{parts[1]}"]}";
    }

    private string Days(int days) =>
        days % DaysInWeek == 0
            ? words.Count("medicine-check.weeks", days / DaysInWeek)
            : words.Count("medicine-check.days", days);
}
