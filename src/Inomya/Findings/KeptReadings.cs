using Inomya.Journals;

namespace Inomya.Findings;

/// <summary>
/// What was read and worked out from a journal, kept by the journal's version: as long as nobody writes to it, it is
/// neither read nor worked out again.
/// </summary>
/// <remarks>
/// Kept in memory alone, the least used go first. Nothing has to be told that something changed: another version is
/// another key, on whichever node it was written.
/// </remarks>
internal static class KeptReadings
{
    /// <summary>Two years with all that was worked out are half a megabyte, so all of them are some thirty.</summary>
    private const int MostKept = 64;

    private static readonly RecentlyUsed Readings = new(MostKept);

    private sealed record Key(Type Kind, string Place, Guid Person, string Version, object Question);

    /// <summary>The same question about the same version is answered once.</summary>
    /// <param name="question">Compared by value; all that the answer hangs on but the journal.</param>
    /// <param name="read">Null, where there is nothing to say, is not kept.</param>
    public static async Task<T?> OfAsync<T>(
        Journal journal,
        object question,
        Func<Task<T?>> read,
        CancellationToken stop
    )
        where T : class
    {
        var version = await journal.VersionAsync(stop);
        var key = new Key(typeof(T), journal.Store.Place.Name, journal.Person.Id, version, question);
        return Readings.Find<T>(key) ?? Keep(key, await read());
    }

    private static T? Keep<T>(Key key, T? read)
        where T : class => read is null ? null : Readings.Keep(key, read);
}
