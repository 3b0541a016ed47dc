using System.Net;
using System.Text;
using System.Text.Json;
using Inomya.Links;

namespace Inomya.Web.Links;

/// <summary>Asks the server of somebody else's link, once a person has said so.</summary>
/// <remarks>Only over https, no redirect, no cookie, a fixed time and size; the server learns the name that is given and no more.</remarks>
/// <param name="allowsPlain">For a test on this machine: http to this machine itself.</param>
public sealed class LinkFetch(bool allowsPlain = false) : IDisposable
{
    private const int MostBytes = Jwe.MostBytes;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <summary>The files of a link, unlocked.</summary>
    /// <param name="recipient">Who asks, as the standard wants it.</param>
    /// <exception cref="LinkException">It gave nothing, and why.</exception>
    public async Task<IReadOnlyList<byte[]>> OpenAsync(
        HealthLink link,
        string? passcode,
        string recipient,
        CancellationToken stop = default
    )
    {
        RefuseUnsafe(link.Url);
        try
        {
            var locked = await LockedAsync(link, passcode, recipient, stop);
            return [.. locked.Select(l => Jwe.Unlock(link.Key, l).Plain)];
        }
        catch (Exception e) when (IsNoAnswer(e) && !stop.IsCancellationRequested)
        {
            throw new LinkException(LinkProblem.NoAnswer, e);
        }
    }

    private static bool IsNoAnswer(Exception e) =>
        e
            is HttpRequestException
                or TaskCanceledException
                or JsonException
                or KeyNotFoundException
                or InvalidOperationException
                or UriFormatException;

    private async Task<List<string>> LockedAsync(
        HealthLink link,
        string? passcode,
        string recipient,
        CancellationToken stop
    )
    {
        if (!link.IsDirect)
            return await ManifestAsync(link, passcode, recipient, stop);
        var asked = new Uri($"{link.Url}{Separator(link.Url)}recipient={Uri.EscapeDataString(recipient)}");
        return [await GetAsync(asked, stop)];
    }

    private static char Separator(Uri url) => url.Query.Length > 0 ? '&' : '?';

    private void RefuseUnsafe(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !(allowsPlain && url is { Scheme: "http", IsLoopback: true }))
            throw new LinkException(LinkProblem.NotSafe);
    }

    private async Task<List<string>> ManifestAsync(
        HealthLink link,
        string? passcode,
        string recipient,
        CancellationToken stop
    )
    {
        using var body = new StringContent(QuestionOf(passcode, recipient), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(link.Url, body, stop);
        using var manifest = JsonDocument.Parse(await TextOfAsync(answer, stop));
        var files = new List<string>();
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
            files.Add(await FileOfAsync(file, stop));
        return files.Count > 0 ? files : throw new LinkException(LinkProblem.Nothing);
    }

    private static string QuestionOf(string? passcode, string recipient)
    {
        var asked = new Dictionary<string, object> { ["recipient"] = recipient, ["embeddedLengthMax"] = MostBytes };
        if (passcode is not null)
            asked["passcode"] = passcode;
        return JsonSerializer.Serialize(asked);
    }

    private async Task<string> FileOfAsync(JsonElement file, CancellationToken stop) =>
        file.TryGetProperty("embedded", out var embedded)
            ? embedded.GetString() ?? ""
            : await GetAsync(new Uri(file.GetProperty("location").GetString() ?? ""), stop);

    private async Task<string> GetAsync(Uri url, CancellationToken stop)
    {
        RefuseUnsafe(url);
        using var answer = await _http.GetAsync(url, stop);
        return await TextOfAsync(answer, stop);
    }

    private static async Task<string> TextOfAsync(HttpResponseMessage answer, CancellationToken stop) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => throw new LinkException(LinkProblem.Passcode),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => throw new LinkException(LinkProblem.Gone),
            _ when answer.IsSuccessStatusCode => await answer.Content.ReadAsStringAsync(stop),
            _ => throw new LinkException(LinkProblem.NoAnswer),
        };

    public void Dispose() => _http.Dispose();
}
