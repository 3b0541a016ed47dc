using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Inomya.Web.Hosting;

/// <summary>Metrics and traces for whoever hosts it: how many requests of which kind, how long, how they ended. Off unless an address was given.</summary>
/// <remarks>
/// A request is known by the template of its address ("/days/{day}") and by nothing of what was in it. So the usual
/// instrumentation is left out: it writes paths, queries, browsers and addresses of people.
/// </remarks>
public static class Telemetry
{
    public const string Source = "Inomya.Web";

    /// <summary>Each signal has its own place and options; without a name the last one's would be for both.</summary>
    private const string Traces = "v1/traces",
        Metrics = "v1/metrics";

    private static readonly ActivitySource Requests = new(Source);

    /// <summary>Built into the framework; their tags are methods, templates, statuses and sizes.</summary>
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "System.Runtime"];

    /// <param name="to">Takes OTLP over HTTP below "v1/traces" and "v1/metrics"; null measures nothing.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? to)
    {
        if (to is null)
            return;
        services.AddMetrics();
        services
            .AddOpenTelemetry()
            .ConfigureResource(Name)
            .WithTracing(traces => traces.AddSource(Source).AddOtlpExporter(Traces, export => Send(export, to, Traces)))
            .WithMetrics(metrics =>
                metrics.AddMeter(Meters).AddOtlpExporter(Metrics, (export, _) => Send(export, to, Metrics))
            );
    }

    private static void Name(ResourceBuilder resource) =>
        resource.Clear().AddService("inomya", autoGenerateServiceInstanceId: false);

    /// <summary>A span for each request, while anybody listens.</summary>
    public static void UseTelemetry(this IApplicationBuilder app) =>
        app.Use((context, next) => Requests.HasListeners() ? MeasureAsync(context, next) : next(context));

    private static async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        // a trace of its own: the id that a stranger sends with a request is not taken over
        Activity.Current = null;
        using var span = Requests.StartActivity("request", ActivityKind.Server);
        var method = MethodOf(context.Request);
        await next(context);
        if (span is not null)
            Describe(span, method, context);
    }

    private static void Describe(Activity span, string method, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>One that is not of HTTP could hold anything.</summary>
    private static string MethodOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? "GET"
        : HttpMethods.IsPost(request.Method) ? "POST"
        : HttpMethods.IsHead(request.Method) ? "HEAD"
        : "_OTHER";

    private static void Send(OtlpExporterOptions export, Uri to, string signal)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri(new Uri($"{to.AbsoluteUri.TrimEnd('/')}/"), signal);
    }
}
