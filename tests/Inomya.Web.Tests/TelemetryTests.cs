using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

/// <summary>Whoever hosts it may count and time; what was recorded, by whom and of which day is in nothing that is sent.</summary>
public partial class TelemetryTests
{
    private const string Secret = "Quibblewort";

    [Fact]
    public async Task Everything_that_is_sent_over_a_busy_time_names_templates_and_no_health()
    {
        var sent = new ConcurrentQueue<(string Path, string Text)>();
        await using var collector = await CollectAsync(sent);
        var journal = await DemoJournal.NewAsync();
        await journal.RecordAsync(new Draft("medicine").Add(new Treatment { Name = Secret }));
        // what is still held is sent when the site ends
        await using (
            var site = await Site.OfAsync(journal, settings: usual => usual with { Telemetry = AddressOf(collector) })
        )
            await BeBusyAsync(site, journal);

        var all = string.Concat(sent.Select(s => s.Text));
        Assert.Contains(sent, s => s.Path == "/v1/traces" && s.Text.Contains("GET /days/{", StringComparison.Ordinal));
        Assert.Contains(sent, s =>
            s.Path == "/v1/metrics" && s.Text.Contains("http.server.request.duration", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Secret, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            journal.Person.Id.ToString("N"),
            all.Replace("-", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
        // no day, no id, no query, no text of a form, no browser
        Assert.DoesNotMatch(Day(), all);
        Assert.DoesNotMatch(Id(), all);
        foreach (
            var told in (string[])
                ["metformin", "url.path", "url.query", "user_agent", "client.address", "strange-browser"]
        )
            Assert.DoesNotContain(told, all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_the_option_nothing_measures()
    {
        await using var site = await Site.StartAsync();
        Assert.Null(site.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
        Assert.Null(site.Services.GetService<OpenTelemetry.Metrics.MeterProvider>());
    }

    private static async Task BeBusyAsync(Site site, Journal journal)
    {
        site.Http.DefaultRequestHeaders.UserAgent.ParseAdd("strange-browser/1");
        var day = $"{journal.Today:yyyy-MM-dd}";
        string[] paths =
        [
            "/",
            $"/days/{day}",
            $"/checkin/{day}",
            "/search?q=metformin",
            "/medicines",
            "/findings",
            $"/nowhere/{Guid.NewGuid()}",
            $"/treatments/{Guid.NewGuid()}",
            $"/doses/{Secret}",
            "/health/ready",
        ];
        foreach (var path in paths)
            using (await site.Http.GetAsync(path))
            {
                // asked, and that is all
            }
        using var form = new FormUrlEncodedContent([new("note", Secret)]);
        using (await site.Http.PostAsync($"/checkin/{day}", form)) { }
        using var strange = new HttpRequestMessage(new HttpMethod(Secret.ToUpperInvariant()), $"/days/{day}");
        using (await site.Http.SendAsync(strange)) { }
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentQueue<(string, string)> sent)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            // texts stand in it as they are
            sent.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.StatusCode = (int)HttpStatusCode.OK;
        });
        await app.StartAsync();
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Id();
}
