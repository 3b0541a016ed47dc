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
        var body = await renderer.Dispatcher.InvokeAsync(() => BodyAsync(renderer, document));
        var css = StylesOf(services.GetRequiredService<Assets>());
        return Page(words.Language, document.Title, css, body);
    }

    private static string StylesOf(Assets assets) =>
        FontFace().Replace(Encoding.UTF8.GetString(assets.Find(Assets.Stylesheet)!.Content.Span), "");

    /// <param name="body">HTML; the title is text.</param>
    private static string Page(string language, string title, string css, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="{language}" data-theme="light" data-size="100">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{System.Net.WebUtility.HtmlEncode(
                title
            )}</title>
            <style>{css}</style></head>
            <body><main>{body}</main></body>
            </html>
            """;

    private static async Task<string> BodyAsync(HtmlRenderer renderer, ReportDocument document)
    {
        var parameters = new Dictionary<string, object?> { [nameof(ReportBody.Document)] = document };
        var body = await renderer.RenderComponentAsync<ReportBody>(ParameterView.FromDictionary(parameters));
        return body.ToHtmlString();
    }

    /// <summary>A file of its own has no fonts beside it: the reader's own are used.</summary>
    [GeneratedRegex(@"@font-face\s*\{[^}]*url\([^}]*\}")]
    private static partial Regex FontFace();
}
