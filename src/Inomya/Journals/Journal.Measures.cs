using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Every measure of this person: the built-in ones, then their own in the order they were added.</summary>
    public async Task<MeasureList> MeasuresAsync(MeasureCatalogue catalogue, CancellationToken stop = default) =>
        new([.. catalogue.Measures, .. (await AllAsync<OwnMeasure>(stop)).OrderBy(own => own.Name, StringComparer.Ordinal).Select(own => own.ToMeasure())]);
}

/// <summary>The measures of one person, by id.</summary>
public sealed class MeasureList(IReadOnlyList<Measure> measures)
{
    private readonly Dictionary<string, Measure> _byId = measures.ToDictionary(m => m.Id);

    public IReadOnlyList<Measure> All => measures;

    /// <summary>Null when this person has no such measure.</summary>
    public Measure? Find(string id) => _byId.GetValueOrDefault(id);
}
