using System.Net;
using System.Text.RegularExpressions;

namespace Inomya.Web.Tests.Support;

/// <summary>Somebody with a browser of their own, without the browser: keeps cookies, follows nothing, sends forms as pages do.</summary>
public sealed partial class Caller : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly string _url;

    public Caller(Site site)
    {
        _url = site.Url;
        Http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
        {
            BaseAddress = new(site.Url),
        };
    }

    public HttpClient Http { get; }

    /// <summary>Where it leads, or the status and the page.</summary>
    public async Task<Reply> GetAsync(string path) =>
        await ReadAsync(await Http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Loads a page and sends one of its forms.</summary>
    /// <param name="action">Where the form goes, if not to its page.</param>
    public async Task<Reply> SendAsync(string page, string handler, object? fields = null, string? action = null)
    {
        var html = (await GetAsync(page)).Page;
        return await PostAsync(action ?? page, html, handler, fields);
    }

    /// <summary>Sends a form of a page that was read before.</summary>
    public async Task<Reply> PostAsync(string path, string html, string handler, object? fields = null)
    {
        var all = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
            ["_handler"] = handler,
        };
        foreach (var field in fields?.GetType().GetProperties() ?? [])
            all[field.Name] = (string)field.GetValue(fields)!;
        using var form = new FormUrlEncodedContent(all);
        return await ReadAsync(await Http.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    /// <summary>What a hidden field of a page holds.</summary>
    public static string Hidden(string html, string name) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>Lets go of one cookie, as another device that was never here.</summary>
    public void Forget(string cookie)
    {
        foreach (Cookie one in _cookies.GetAllCookies())
            one.Expired |= one.Name == cookie;
    }

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    private async Task<Reply> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return new Reply(
                answer.StatusCode,
                (answer.Headers.Location?.OriginalString ?? "").Replace(_url, "", StringComparison.Ordinal),
                WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
                answer.Headers.TryGetValues("inomya-whose", out var whose) ? whose.Single() : null
            );
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
