using Inomya.Content;
using Inomya.Evidence;
using Inomya.Examinations;
using Inomya.Flares;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.LookAlikes;
using Inomya.Medicines;
using Inomya.Pacing;
using Inomya.Questionnaires;
using Inomya.RedFlags;
using Inomya.RiskFactors;
using Inomya.Web.Reminders;
using Inomya.WhatHelped;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web;

/// <summary>Gives the rooms the journal of the person this app is run for.</summary>
public static class JournalServices
{
    /// <param name="person">Id of the person; their journal is the only one that any page can reach.</param>
    public static IServiceCollection AddJournal(this IServiceCollection services, JournalStore store, Guid person) =>
        services.AddJournal(Task.FromResult((store, person)));

    /// <param name="opening">The journal that is being opened meanwhile; a page that needs it waits.</param>
    public static IServiceCollection AddJournal(
        this IServiceCollection services,
        Task<(JournalStore Store, Guid Person)> opening
    ) =>
        services
            .AddSingleton<MeasureCatalogue>()
            .AddSingleton<Instruments>()
            .AddSingleton<RedFlagCatalogue>()
            .AddSingleton<CrisisDirectory>()
            .AddSingleton<CrisisWords>()
            .AddSingleton<MedicineCatalogue>()
            .AddSingleton<EvidenceCatalogue>()
            .AddSingleton(services => Inomya.Experiments.DesignRules.Read(services.GetRequiredService<ContentFolder>()))
            .AddSingleton(Inomya.Experiments.SeedSource.ByChance)
            .AddSingleton(services => WhatHelpedRules.Read(services.GetRequiredService<ContentFolder>()))
            .AddSingleton(services => FlareRules.Read(services.GetRequiredService<ContentFolder>()))
            .AddSingleton(services => PacingRules.Read(services.GetRequiredService<ContentFolder>()))
            .AddSingleton<LookAlikeCatalogue>()
            .AddSingleton<RiskFactorCatalogue>()
            .AddSingleton<LabTests>()
            .AddSingleton<CriticalLimits>()
            .AddSingleton<ExaminationCatalogue>()
            .AddSingleton<Questionnaires.FormShelf>()
            .AddSingleton<Importing.Uploads>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ReminderService>()
            .AddHostedService(provider => provider.GetRequiredService<ReminderService>())
            .AddScoped(_ => new PersonJournal(opening));
}
