using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Journals;

/// <summary>The measures of one person, by id.</summary>
public sealed class MeasureList(IReadOnlyList<Measure> measures)
{
    private readonly Dictionary<string, int> _places = measures
        .Select((m, i) => (m.Id, i))
        .ToDictionary(m => m.Id, m => m.i);

    /// <summary>The built-in measures, those of food, then those that the person added, by name.</summary>
    public static MeasureList Of(MeasureCatalogue catalogue, IEnumerable<OwnMeasure> own) =>
        new([
            .. catalogue.Measures,
            .. catalogue.FoodMeasures,
            .. own.OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => o.ToMeasure()),
        ]);

    public IReadOnlyList<Measure> All => measures;

    /// <summary>Null when this person has no such measure.</summary>
    public Measure? Find(string id) => _places.TryGetValue(id, out var place) ? measures[place] : null;

    /// <summary>Where it stands in the order in which they are asked; one that is not there comes last.</summary>
    public int PlaceOf(string id) => _places.GetValueOrDefault(id, int.MaxValue);
}
