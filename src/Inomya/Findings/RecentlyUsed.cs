using Microsoft.Extensions.Caching.Memory;

namespace Inomya.Findings;

/// <summary>Keeps in memory what was used last, up to a number of things and for an hour after its last use.</summary>
/// <remarks>
/// A full <see cref="MemoryCache"/> turns the newcomer away and only then makes room; here the least used make room
/// first.
/// </remarks>
internal sealed class RecentlyUsed(int most) : IDisposable
{
    private const double MakesRoom = 0.25;

    private static readonly TimeSpan KeptUnused = TimeSpan.FromHours(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions());

    /// <summary>Null when it is not kept.</summary>
    public T? Find<T>(object key)
        where T : class => _kept.Get<T>(key);

    public T Keep<T>(object key, T value)
        where T : class
    {
        if (_kept.Count >= most)
            _kept.Compact(MakesRoom);
        return _kept.Set(key, value, new MemoryCacheEntryOptions { SlidingExpiration = KeptUnused });
    }

    public void Dispose() => _kept.Dispose();
}
