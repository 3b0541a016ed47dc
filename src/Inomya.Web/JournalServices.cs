using Inomya.Assessments;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Treatments;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web;

/// <summary>Gives the rooms the journal of the person this app is run for.</summary>
public static class JournalServices
{
    /// <param name="person">Id of the person; their journal is the only one that any page can reach.</param>
    public static IServiceCollection AddJournal(this IServiceCollection services, JournalStore store, Guid person) => services
        .AddSingleton(store)
        .AddSingleton<MeasureCatalogue>()
        .AddSingleton<Instruments>()
        .AddSingleton<RedFlags>()
        .AddSingleton<CrisisDirectory>()
        .AddSingleton<MedicineCatalogue>()
        .AddSingleton<TreatmentCatalogue>()
        .AddSingleton<Importing.Uploads>()
        .AddScoped(_ => new PersonJournal(store, person));
}

/// <summary>The journal of the person at the screen, opened once a request when a page first needs it.</summary>
public sealed class PersonJournal(JournalStore store, Guid person)
{
    private Task<Journal>? _open;

    public Task<Journal> OpenAsync() => _open ??= store.OfAsync(person);
}
