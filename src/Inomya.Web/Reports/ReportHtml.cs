using System.Text;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Reports;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inomya.Web.Reports;

/// <summary>A report as one file that stands by itself: its styles inside, nothing fetched from anywhere.</summary>
public static partial class ReportHtml
{
    public static async Task<string> RenderAsync(ReportDocument document, Words words)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(words)
            .AddSingleton<Assets>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var body = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<ReportBody>(
                    ParameterView.FromDictionary(
                        new Dictionary<string, object?> { [nameof(ReportBody.Document)] = document }
                    )
                )
            ).ToHtmlString()
        );
        var css = Encoding.UTF8.GetString(services.GetRequiredService<Assets>().Find(Assets.Stylesheet)!.Content.Span);
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Language}" data-theme="light" data-size="100">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{System.Net.WebUtility.HtmlEncode(
                document.Title
            )}</title>
            <style>{FontFace().Replace(css, "")}</style></head>
            <body><main>{body}</main></body>
            </html>
            """;
    }

    /// <summary>A file of its own has no fonts beside it: the reader's own are used.</summary>
    [GeneratedRegex(@"@font-face\s*\{[^}]*url\([^}]*\}")]
    private static partial Regex FontFace();
}
