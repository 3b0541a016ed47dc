using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    /// <summary>What is told of the person and may be left out.</summary>
    private static readonly string[] Facts = ["name", "age", "diagnoses", "allergies"];

    /// <summary>Lines to write on where nothing is noted to be asked.</summary>
    private const int EmptyLines = 3;

    private List<ReportBlock> Who() =>
        [
            new FactsBlock([
                .. Facts.Where(f => !_without.Contains(f)).Select(f => (_words[$"report.who.{f}"], FactOf(f))),
            ]),
        ];

    private string FactOf(string fact) =>
        fact switch
        {
            "name" => Name,
            "age" => AgeAndSex,
            "diagnoses" => OrNone(Conditions),
            _ => Allergies,
        };

    /// <summary>That nothing is noted does not say that there is nothing.</summary>
    private string OrNone(IEnumerable<string> told)
    {
        var more = new List<ReportBlock>();
        var some = Most("facts", [.. told.Select(Short)], more);
        return some.Count == 0
            ? _words["report.who.none"]
            : string.Join("; ", some.Concat(more.OfType<TextBlock>().Select(t => t.Text)));
    }

    /// <summary>All of them, however many, each with its reaction: a name may be shortened.</summary>
    private string Allergies =>
        _source.Allergies.Count == 0
            ? _words["report.who.none"]
            : string.Join("; ", _source.Allergies.Select(AllergyOf));

    private string AgeAndSex =>
        string.Join(", ", new[] { Age, Sex }.OfType<string>()) is { Length: > 0 } told
            ? told
            : _words["common.not-recorded"];

    private string? Age =>
        _source.Person.BirthYear is { } born
            ? _words["report.who.age.years", ("age", _source.MadeOn.Year - born), ("born", $"{born}")]
            : null;

    private string? Sex =>
        _source.Person.Sex is { } sex && _words.Has($"you.sex.{sex}") ? _words[$"you.sex.{sex}"] : null;

    /// <summary>Those that go on, as the person told them; one that was ticked in the reader's language.</summary>
    private IEnumerable<string> Conditions =>
        _source
            .History.Where(h => h.Kind == HistoryKind.Condition && h.Until is null)
            .Select(h => h.Since is { } since ? $"{ConditionOf(h.Text)} ({since})" : ConditionOf(h.Text))
            .Distinct();

    private string ConditionOf(string text) =>
        _shelf.Medicines.Conditions.FirstOrDefault(c => c.Name == text) is { } known
            ? _words[$"own-condition.{known.Id}"]
            : text;

    private string AllergyOf(Allergy allergy) =>
        allergy.Reaction is { Length: > 0 } reaction
            ? $"{Short(allergy.Name)} ({Short(reaction)})"
            : Short(allergy.Name);

    /// <summary>What to ask or have decided; lines to write on where nothing is noted.</summary>
    private List<ReportBlock> Asks() =>
        _source.Visit is { Asks.Count: > 0 } visit && visit.IsFor(_audience.Id)
            ? [new ListBlock([.. visit.Asks.Select(a => Short(a, "ask"))])]
            : [new LinesBlock(_words["report.asks.lines"], EmptyLines)];

    private List<ReportBlock> Help() =>
        [
            new TextBlock(_words["report.help.lead"]),
            new ListBlock([.. Enumerable.Range(1, HelpSentences).Select(i => _words[$"report.help.{i}"])]),
        ];

    private const int HelpSentences = 6;
}
