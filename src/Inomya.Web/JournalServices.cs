using Inomya.Calm;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Examinations;
using Inomya.FirstWeeks;
using Inomya.Flares;
using Inomya.Food;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.LongView;
using Inomya.LookAlikes;
using Inomya.Medicines;
using Inomya.Movement;
using Inomya.Pacing;
using Inomya.Programmes;
using Inomya.Questionnaires;
using Inomya.RedFlags;
using Inomya.Reports;
using Inomya.RiskFactors;
using Inomya.Sleep;
using Inomya.SupportPacks;
using Inomya.Visits;
using Inomya.Web.Accounts;
using Inomya.Web.Backups;
using Inomya.Web.Hosting;
using Inomya.Web.Reminders;
using Inomya.WeeklyReviews;
using Inomya.WhatHelped;
using Inomya.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web;

/// <summary>Gives the rooms the journal of who is signed in, or of the person this app is run for.</summary>
public static class JournalServices
{
    /// <param name="person">
    /// Id of the person whose journal it is while nobody has to sign in; <see cref="Guid.Empty"/> where everyone has to.
    /// </param>
    public static IServiceCollection AddJournal(this IServiceCollection services, JournalStore store, Guid person) =>
        services.AddJournal(Task.FromResult((store, person)));

    /// <param name="opening">The journal that is being opened meanwhile; a page that needs it waits.</param>
    /// <param name="inBackground">Runs what is to be done by itself, such as reminders and backups.</param>
    public static IServiceCollection AddJournal(
        this IServiceCollection services,
        Task<(JournalStore Store, Guid Person)> opening,
        bool inBackground = true
    ) =>
        (inBackground ? services.AddBackground() : services)
            .AddCatalogues()
            .AddRules()
            .AddReminders()
            .AddSingleton<Questionnaires.FormShelf>()
            .AddSingleton<Uploads>()
            .AddImports()
            .AddSingleton<Search.SearchIndex>()
            .AddSingleton(new RunningJournal(opening))
            .AddScoped<NewAccounts>()
            .AddScoped<PersonJournal>();

    private static IServiceCollection AddBackground(this IServiceCollection services) =>
        services
            .AddJobs()
            .AddHostedService<JournalCheck>()
            .AddHostedService(provider => provider.GetRequiredService<Importing.ImportWork>());

    private static IServiceCollection AddCatalogues(this IServiceCollection services) =>
        services
            .AddSingleton<MeasureCatalogue>()
            .AddSingleton<Instruments>()
            .AddSingleton<RedFlagCatalogue>()
            .AddSingleton<CrisisDirectory>()
            .AddSingleton<CrisisWords>()
            .AddSingleton<MedicineCatalogue>()
            .AddSingleton<EvidenceCatalogue>()
            .AddSingleton<LookAlikeCatalogue>()
            .AddSingleton<RiskFactorCatalogue>()
            .AddSingleton<LabTests>()
            .AddSingleton<CriticalLimits>()
            .AddSingleton<ExaminationCatalogue>()
            .AddSingleton<ExerciseCatalogue>()
            .AddSingleton<ReportShelf>();

    private static IServiceCollection AddRules(this IServiceCollection services) =>
        services
            .AddRules(Inomya.Experiments.DesignRules.Read)
            .AddRules(WhatHelpedRules.Read)
            .AddRules(FlareRules.Read)
            .AddRules(FlareSteps.Read)
            .AddRules(FirstSteps.Read)
            .AddRules(PacingRules.Read)
            .AddRules(GuideValues.Read)
            .AddRules(FoodScore.Read)
            .AddRules(FoodTrialRules.Read)
            .AddRules(WeeklyReviewRules.Read)
            .AddRules(Gates.Read)
            .AddRules(MovementRules.Read)
            .AddRules(SleepRules.Read)
            .AddRules(BreathingRules.Read)
            .AddSingleton<CalmShelf>()
            .AddScoped<Sleep.SleepRoom>()
            .AddScoped<Sleep.WindowForms>()
            .AddRules(ProgrammeRules.Read)
            .AddRules(WorksheetForms.Read)
            .AddVisits()
            .AddRules(FunctionShelf.Read)
            .AddRules(WorkShelf.Read)
            .AddRules(CourseFacts.Read)
            .AddRules(SupportShelf.Read)
            .AddRules(AdviceSigns.Read)
            .AddSingleton(Inomya.Experiments.SeedSource.ByChance);

    private static IServiceCollection AddVisits(this IServiceCollection services) =>
        services
            .AddRules(VisitRules.Read)
            .AddRules(ReplySlip.Read)
            .AddRules(VisitPhrases.Read)
            .AddRules(SpokenCards.Read)
            .AddScoped<Visits.VisitRoom>();

    private static IServiceCollection AddRules<T>(this IServiceCollection services, Func<ContentFolder, T> read)
        where T : class => services.AddSingleton(provider => read(provider.GetRequiredService<ContentFolder>()));

    private static IServiceCollection AddImports(this IServiceCollection services) =>
        services
            .AddSingleton<Importing.ImportFolder>()
            .AddSingleton<Importing.KeptFiles>()
            .AddSingleton<Importing.ImportWork>();

    private static IServiceCollection AddReminders(this IServiceCollection services) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ReminderService>()
            .AddSingleton<BackupSecrets>()
            .AddSingleton<BackupSchedule>()
            .AddSingleton<BackupRuns>();
}
