using Inomya.Journals;

namespace Inomya.Web;

/// <summary>The journal of the person at the screen, opened once a request when a page first needs it.</summary>
public sealed class PersonJournal(Task<(JournalStore Store, Guid Person)> opening)
{
    private Task<Journal>? _open;

    public Task<Journal> OpenAsync() => _open ??= OpenOnceAsync();

    private async Task<Journal> OpenOnceAsync()
    {
        var (store, person) = await opening;
        return await store.OfAsync(person);
    }
}
