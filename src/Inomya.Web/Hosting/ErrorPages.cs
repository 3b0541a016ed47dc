using System.Globalization;
using Inomya.Journals;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Hosting;

/// <summary>Answers that went wrong become a calm page that says what to do; what failed is logged without any value in it.</summary>
public static partial class ErrorPages
{
    private const string ReasonItem = "inomya.reason";

    private const string OwnWordsItem = "inomya.own-words";

    private const string TroubleItem = "inomya.trouble";

    private const string Root = "/error";

    /// <summary>Refuses this request with a page that gives a reason.</summary>
    /// <param name="reason">Locale key of a whole sentence.</param>
    public static void Refuse(this HttpContext context, string reason, int status = StatusCodes.Status400BadRequest)
    {
        context.Items[ReasonItem] = reason;
        context.Response.StatusCode = status;
    }

    /// <summary>Answers that it is not here, with the page that is being drawn.</summary>
    public static void AnswerNotFound(this HttpContext context)
    {
        context.Items[OwnWordsItem] = true;
        // not before the page is drawn: Razor leaves the body of a 404 empty
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>This answer stands as it is, whatever its status: no page takes its place.</summary>
    public static void AnswerInFull(this HttpContext context) => context.Items[OwnWordsItem] = true;

    /// <summary>The locale key given to <see cref="Refuse"/>, or the one for a form that is too old or not ours; null when there is none.</summary>
    public static string? ReasonOf(HttpContext context) => context.Items[ReasonItem] as string;

    /// <summary>What is the matter with the storage, where that is what failed.</summary>
    public static StorageTrouble? TroubleOf(HttpContext context) => context.Items[TroubleItem] as StorageTrouble?;

    public static void UseErrorPages(this IApplicationBuilder app) => app.Use(HandleAsync);

    private static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            // asked for by hand, the page of an error is a page that is not there
            if (context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase))
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            else
                await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var trouble = StorageTroubles.Of(e);
            context.Items[TroubleItem] = trouble;
            context.RequestServices.GetService<RunningJournal>()?.Remember(e);
            Fail(context, e, (e as BadHttpRequestException)?.StatusCode ?? StatusOf(trouble));
        }

        SayTooLarge(context);
        if (WantsPage(context))
            await ShowAsync(context, next);
    }

    /// <summary>A device sends a form again by itself where the journal does not answer, and sets aside one that failed.</summary>
    private static int StatusOf(StorageTrouble? trouble) =>
        trouble switch
        {
            StorageTrouble.Full => StatusCodes.Status507InsufficientStorage,
            StorageTrouble.Away => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static void Fail(HttpContext context, Exception e, int status)
    {
        Log(context, e);
        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    private static bool WantsPage(HttpContext context) =>
        context.Response is { HasStarted: false, StatusCode: >= 400 }
        && !context.Items.ContainsKey(OwnWordsItem)
        && !IsForPrograms(context.Response.ContentType)
        && !context.Request.Path.StartsWithSegments(Assets.Root, StringComparison.Ordinal);

    private static bool IsForPrograms(string? type) =>
        type is not null
        && (
            type.StartsWith("application/json", StringComparison.Ordinal)
            || type.StartsWith("application/fhir+json", StringComparison.Ordinal)
        );

    /// <summary>Renders the error page as a GET in a scope of its own: what the failed request left half done must not spoil it.</summary>
    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        var status = context.Response.StatusCode;
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        KeepReason(context);
        AskFor(context, status);
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Fail(context, e, status);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    /// <summary>Makes the request one for the error page, which is sent with the status of what failed.</summary>
    private static void AskFor(HttpContext context, int status)
    {
        context.Response.Clear(); // with it goes a 404 that Razor would leave empty, and headers it would add twice
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = string.Create(CultureInfo.InvariantCulture, $"{Root}/{status}");
        context.Request.QueryString = QueryString.Empty;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    /// <summary>The check of forms calls a form that is too large one that cannot be read.</summary>
    private static void SayTooLarge(HttpContext context)
    {
        if (!context.Response.HasStarted && IsTooLarge(context))
            context.Refuse("shell.error.too-large", StatusCodes.Status413PayloadTooLarge);
    }

    private static bool IsTooLarge(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
        || (context.Response.StatusCode == StatusCodes.Status400BadRequest && IsTooLargeAForm(context));

    private static bool IsTooLargeAForm(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException switch
        {
            BadHttpRequestException e => e.StatusCode == StatusCodes.Status413PayloadTooLarge,
            // more fields, or longer ones, than a form may have: the text is all that tells it from a broken one
            InvalidDataException e => e.Message.Contains("limit", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>A form that failed its check would fail the error page too, were that not taken off.</summary>
    private static void KeepReason(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return;
        context.Items[ReasonItem] ??= "shell.error.old-form";
        context.Features.Set<IAntiforgeryValidationFeature>(null);
    }

    /// <summary>The type and place of the failure only: an exception's message may quote what a person recorded.</summary>
    private static void Log(HttpContext context, Exception e)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Inomya.Web");
        for (var cause = e; cause is not null; cause = cause.InnerException)
            Failed(log, cause.GetType().FullName!, Environment.NewLine, cause.StackTrace);
    }

    [LoggerMessage(LogLevel.Error, "A page failed: {Type}{NewLine}{Where}")]
    private static partial void Failed(ILogger log, string type, string newLine, string? where);
}
