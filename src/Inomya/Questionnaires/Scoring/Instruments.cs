using Inomya.Content;

namespace Inomya.Questionnaires;

/// <summary>The instruments of content/instruments.</summary>
public sealed class Instruments
{
    private readonly Dictionary<string, Instrument> _byId;
    private readonly Dictionary<string, Instrument> _byRule = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ContentException">A file cannot be used, or a rule belongs to two instruments.</exception>
    public Instruments(ContentFolder content)
    {
        All = [.. content.Files("instruments", "meaning.yaml").Select(file => Read(content, file))];
        _byId = All.ToDictionary(i => i.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var instrument in All)
        foreach (var rule in instrument.Meaning.Rules)
            if (!_byRule.TryAdd(rule, instrument))
                throw new ContentException(
                    $"instruments/{instrument.Id}/meaning.yaml",
                    $"the rule {rule} belongs to another instrument too"
                );
    }

    /// <summary>In order of id.</summary>
    public IReadOnlyList<Instrument> All { get; }

    /// <summary>Those a person may be asked: their words are cleared.</summary>
    public IEnumerable<Instrument> Offered =>
        All.Where(i => i.Meaning is { IsCleared: true, Use: InstrumentUse.Asked });

    /// <summary>By id; null when there is none.</summary>
    public Instrument? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>By the name of a rule, such as PHQ-9, or by id; with the rule meant.</summary>
    public (Instrument Instrument, string Rule)? FindRule(string name)
    {
        if (_byRule.TryGetValue(name, out var instrument))
            return (
                instrument,
                instrument.Meaning.Rules.First(r => r.Equals(name, StringComparison.OrdinalIgnoreCase))
            );
        return Find(name) is { Meaning.Rules: [var first, ..] } found ? (found, first) : null;
    }

    /// <summary>The options of a published answer list that one of the instruments uses; null for any other.</summary>
    /// <param name="valueSet">Its address, without a version.</param>
    public IReadOnlyList<FormOption>? AnswerList(string valueSet) =>
        (
            from instrument in All
            from list in instrument.Meaning.AnswerLists
            where list.ValueSet == valueSet
            select instrument.Form.Value.Find(list.Item)?.Options
        ).FirstOrDefault();

    private static Instrument Read(ContentFolder content, string file)
    {
        var meaning = content.Read<Meaning>(file);
        var folder = file.Split('/')[^2];
        if (meaning.Id != folder)
            throw new ContentException(file, $"its id is '{meaning.Id}', its folder '{folder}'");
        return new Instrument(
            meaning.Id,
            meaning,
            new Lazy<Form>(() => ReadForm(content, $"instruments/{folder}/questionnaire.json"))
        );
    }

    private static Form ReadForm(ContentFolder content, string file)
    {
        try
        {
            return FormReader.Read(File.ReadAllBytes(Path.Combine(content.Path, file)));
        }
        catch (Exception e) when (e is FormException or IOException)
        {
            throw new ContentException(file, e.Message, e);
        }
    }
}
