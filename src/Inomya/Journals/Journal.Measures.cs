using Inomya.Content;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Every measure of this person: the built-in ones, then their own in the order they were added.</summary>
    public async Task<MeasureList> MeasuresAsync(MeasureCatalogue catalogue, CancellationToken stop = default) =>
        MeasureList.Of(catalogue, await AllAsync<OwnMeasure>(stop));
}
