using System.IO.Compression;
using Inomya.Content;
using Inomya.Guide;
using Inomya.Programmes;
using Inomya.Web.Accounts;
using Inomya.Web.Backups;
using Inomya.Web.Calm;
using Inomya.Web.Checkins;
using Inomya.Web.Costs;
using Inomya.Web.Experiments;
using Inomya.Web.Exports;
using Inomya.Web.Flares;
using Inomya.Web.Food;
using Inomya.Web.Function;
using Inomya.Web.Guide;
using Inomya.Web.Hosting;
using Inomya.Web.Importing;
using Inomya.Web.Links;
using Inomya.Web.Medicines;
using Inomya.Web.Movement;
using Inomya.Web.Offline;
using Inomya.Web.Pacing;
using Inomya.Web.Programmes;
using Inomya.Web.Reminders;
using Inomya.Web.Reports;
using Inomya.Web.Settings;
using Inomya.Web.Shell;
using Inomya.Web.Sleep;
using Inomya.Web.Treatments;
using Inomya.Web.Visits;
using Inomya.Web.Work;
using Inomya.Web.Writing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inomya.Web;

/// <summary>Builds the web app. The command line and the tests start the same one.</summary>
public static class WebHost
{
    private const string FormCookie = "inomya-form";

    /// <summary>Room for the other fields of a form beside a file: 1 MiB.</summary>
    private const long FormOverheadBytes = 1L << 20;

    /// <summary>Ready to start; nothing is listening yet.</summary>
    /// <param name="services">Adds what the rooms need from outside, such as the journal.</param>
    /// <param name="routes">Adds addresses that are not Razor pages.</param>
    /// <remarks>
    /// Starts from an empty builder: no settings file, environment variable or folder watcher can change how a health
    /// journal is served.
    /// </remarks>
    public static WebApplication Build(
        WebSettings settings,
        Action<IServiceCollection>? services = null,
        Action<IEndpointRouteBuilder>? routes = null
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name }
        );
        Listen(builder.WebHost, settings);
        Log(builder.Logging, settings);
        builder.Services.AddTelemetry(settings.Telemetry);
        AddPages(builder.Services, settings);
        AddKeptForms(builder.Services);
        AddProtection(builder.Services, settings);
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = Uploads.MostExportBytes);
        AddCompression(builder.Services);
        builder.Services.AddIngest().AddLinks().AddFhir();
        builder.Services.AddSingleton(_ => new LinkFetch());
        builder.Services.AddSignIn(settings);
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseProxies(settings.Proxies);
        app.UsePathBase(settings.PathBase);
        Use(app, settings);
        Map(app);
        routes?.Invoke(app);
        app.MapRazorComponents<App>();
        return app;
    }

    private static void Listen(IWebHostBuilder host, WebSettings settings) =>
        host.UseKestrelCore()
            .UseUrls(settings.PublicUrl is null ? settings.Urls : $"{settings.Urls};{settings.PublicListen}")
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = Uploads.MostBytes + FormOverheadBytes;
            });

    /// <summary>What each request goes through, in this order.</summary>
    private static void Use(WebApplication app, WebSettings settings)
    {
        app.UseSecurityHeaders();
        app.UseTelemetry();
        app.UsePublicDoor(settings);
        app.UseWholeHosts();
        app.UseHeadAsGet();
        app.UseErrorPages();
        app.UseHostFiltering();
        app.UseResponseCompression();
        app.UseSubPath();
        app.UseRouting();
        app.UseWholeQueries();
        app.UseRateLimiter();
        app.UseSignIn();
        app.UseAntiforgery();
        app.UseWholeForms();
        app.Use(MarkFirstPage);
    }

    /// <summary>
    /// The first page of the journal sets the cookie that form tokens belong to, also where it holds no form. Else the pages that a
    /// device reads to keep them, and the page of a form, would each bring a cookie of their own, and the form would be
    /// refused where its cookie came first.
    /// </summary>
    private static Task MarkFirstPage(HttpContext context, RequestDelegate next)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        if (
            IsOwn(page)
            && HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Cookies.ContainsKey(FormCookie)
        )
            context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return next(context);
    }

    /// <summary>A page of the journal. One that a device keeps for everyone brings no cookie.</summary>
    private static bool IsOwn(Type? page) => typeof(LoadedPage).IsAssignableFrom(page);

    /// <summary>Addresses that are not Razor pages.</summary>
    private static void Map(WebApplication app)
    {
        app.MapAssets();
        app.MapInstallable();
        app.MapGet("/alive", () => Results.NoContent()).AllowAnonymous();
        app.MapHealth();
        app.MapSignIn();
        app.MapUndo();
        app.MapBackup();
        app.MapExport();
        app.MapIngest();
        app.MapKeptFiles();
        app.MapLinks();
        app.MapLinkFile();
        app.MapFhir();
        app.MapOutbox();
        app.MapExperiments();
        app.MapPlanPicture();
        app.MapOfflineList();
        app.MapPutAwayList();
        app.MapCostsExport();
        app.MapReportFiles();
        app.MapVisitFiles();
        app.MapLetterFiles();
        app.MapFindMedicine();
        app.MapCalendar();
        app.MapCountry();
        app.MapOldAddresses();
    }

    /// <summary>
    /// The framework's own request logs stay off: they hold addresses and form errors. What goes wrong is logged by
    /// <see cref="ErrorPages"/>.
    /// </summary>
    private static void Log(ILoggingBuilder logging, WebSettings settings) =>
        logging
            .AddWritten(settings.JsonLogs)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Critical)
            // a job tells of itself; the scheduler would write out whatever its mistake says
            .AddFilter("Quartz", LogLevel.Critical)
            // A start that fails is told by whoever started it; the host would print its stack as well. What runs in
            // the background logs for itself.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

    private static void AddPages(IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddRoutingCore();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<Assets>();
        services.AddSingleton(_ => settings.Content ?? new ContentFolder());
        services.AddSingleton<Languages>();
        services.AddSingleton<ReminderSecrets>();
        services.AddSingleton<GuideShelf>();
        services.AddSingleton<ProgrammeShelf>();
        services.AddScoped<PersonProgrammes>();
        services.AddSingleton<Rooms>();
        services.AddScoped<HiddenDoors>();
        services.AddScoped<FhirAsked>();
        services.AddScoped(ContextOf);
        services.AddScoped(WordsOf);
    }

    private static PageContext ContextOf(IServiceProvider provider) =>
        PageContext.Of(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext,
            provider.GetRequiredService<Languages>().All
        );

    private static Words WordsOf(IServiceProvider provider) =>
        provider.GetRequiredService<Languages>().In(provider.GetRequiredService<PageContext>().Language);

    private static void AddKeptForms(IServiceCollection services)
    {
        services.AddKeptForms<DayForms>();
        services.AddKeptForms<DoseForms>();
        services.AddKeptForms<MomentForms>();
        services.AddKeptForms<FlarePlanForms>();
        services.AddKeptForms<ActivityForms>();
        services.AddKeptForms<MovementForms>();
        services.AddKeptForms<TestDayForms>();
        services.AddKeptForms<FoodForms>();
        services.AddKeptForms<FoodTrialForms>();
        services.AddKeptForms<GateForms>();
        services.AddKeptForms<NightForms>();
        services.AddKeptForms<HabitForms>();
        services.AddKeptForms<PracticeForms>();
        services.AddKeptForms<ProgrammeForms>();
        services.AddKeptForms<WritingForms>();
        services.AddKeptForms<VisitForms>();
        services.AddKeptForms<FunctionForms>();
    }

    private static void AddProtection(IServiceCollection services, WebSettings settings)
    {
        var keys = services.AddDataProtection().SetApplicationName("Inomya");
        if (settings.KeysFolder is { } folder)
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        else
            keys.UseEphemeralDataProtectionProvider();

        services.Configure<AntiforgeryOptions>(ProtectForms);
        services.AddHostFiltering(options =>
        {
            options.AllowedHosts =
            [
                "localhost",
                "127.0.0.1",
                "[::1]",
                .. settings.AllowedHosts,
                .. settings.PublicUrl is { } url ? [url.Host] : Array.Empty<string>(),
            ];
            options.AllowEmptyHosts = false;
            options.IncludeFailureMessage = false;
        });
    }

    private static void ProtectForms(AntiforgeryOptions options)
    {
        options.Cookie.Name = FormCookie;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <remarks>
    /// Safe against reading secrets from compressed lengths: the form token is encrypted anew in each response, and no
    /// page repeats text from its address.
    /// </remarks>
    private static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }
}
