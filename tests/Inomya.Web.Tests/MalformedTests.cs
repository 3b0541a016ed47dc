using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

/// <summary>
/// Values that this app did not write itself, in every place of every request: never a failure, and nothing that a
/// later page fails at. The cases are the same in each run.
/// </summary>
public partial class MalformedTests
{
    private const int Seed = 20261130;

    /// <summary>As they stand in an address.</summary>
    private static readonly string[] InAddress =
    [
        "TOMORROW",
        "-1",
        "0",
        "99999999999999999999",
        "2147483648",
        "1e999",
        "NaN",
        "0000-00-00",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "-9998-01-01",
        "2026-13",
        "9999-12",
        "00000000-0000-0000-0000-000000000000",
        "%00",
        "%ED%A0%80",
        "%F0%28%8C",
        "..%2F..%2Fetc",
        "%27%3B--",
        "%3Cscript%3E",
        "%F0%9F%A6%86",
        "%20",
        "null",
        "x/y",
        new string('a', 2_000),
    ];

    /// <summary>As they stand in a field.</summary>
    private static readonly string[] InField =
    [
        "",
        " ",
        "TOMORROW",
        "-1",
        "99999999999999999999",
        "2147483648",
        "1e999",
        "-1e308",
        "NaN",
        "Infinity",
        "0,0,0",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "-9998-01-01",
        "25:61",
        "24:00",
        "00000000-0000-0000-0000-000000000000",
        "null",
        "[]",
        "[null]",
        "[[null,null]]",
        "{}",
        "{\"Values\":null,\"Intakes\":null}",
        "{\"Values\":{\"\":1e999}}",
        "[[\"_handler\",\"now\"],[\"at\",\"x\"]]",
        "a\0b",
        "\ud83e\udd86",
        "../../etc/passwd",
        "'; --",
        "=cmd|' /C calc'!A0",
        "<script>",
        "Europe/Atlantis",
        "xx",
        "999",
        "7",
        "2",
        "\r\n\r\n",
    ];

    [Fact]
    public async Task No_part_of_an_address_makes_a_page_fail()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var known = await GetWritesNothingTests.KnownAsync(journal);
        var failed = new List<string>();
        var asked = 0;
        foreach (var route in GetWritesNothingTests.Routes(site).Where(r => r.Contains('{')))
        foreach (var path in WithOnePartWrong(route, known[route]))
        {
            asked++;
            await AskAsync(site, path, failed);
        }
        Assert.InRange(asked, 700, 2_000);
        Assert.Empty(failed);
    }

    [Fact]
    public async Task No_query_makes_a_page_fail()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var known = await GetWritesNothingTests.KnownAsync(journal);
        var failed = new List<string>();
        var asked = 0;
        foreach (var (path, names) in Queries(site, known))
        foreach (var (name, index) in names.Select((n, i) => (n, i)))
        foreach (var value in Some(InAddress, asked + index, names.Count > 6 ? 3 : 5).Append(""))
        {
            asked++;
            await AskAsync(site, $"{path}?{name}={value}", failed);
        }
        foreach (var (path, names) in Queries(site, known))
            await AskAsync(site, $"{path}?{string.Join('&', names.Select(n => $"{n}=1&{n}=2026-02-30"))}", failed);
        Assert.InRange(asked, 500, 3_000);
        Assert.Empty(failed);
    }

    [Fact]
    public async Task A_query_that_a_page_reads_as_something_else_than_text_is_refused_with_words()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        foreach (var path in (string[])["/?undone=x", "/history?edit=x", "/look?saved=", "/days?month=%00"])
        {
            using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("does not understand", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_field_of_a_form_makes_a_page_fail_and_what_was_taken_in_spoils_no_page()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var known = await GetWritesNothingTests.KnownAsync(journal);
        var failed = new List<string>();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(site.Url),
        };
        var seen = new HashSet<string>();
        var sent = 0;
        foreach (var path in Paths(site, known))
        foreach (var form in await FormsAsync(client, path))
            // rows of a list are all alike
            if (seen.Add($"{form.Action} {string.Join(' ', form.Fields.Select(f => KindOf(f.Name)))}"))
                foreach (var fields in WithOneFieldWrong(form, sent))
                {
                    sent++;
                    await SendAsync(client, form, fields, failed);
                }
        Assert.InRange(sent, 500, 6_000);
        foreach (var path in Paths(site, known))
            await AskAsync(site, path, failed);
        Assert.Empty(failed);
    }

    [Fact]
    public async Task No_form_that_a_device_kept_makes_the_outbox_fail()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var known = await GetWritesNothingTests.KnownAsync(journal);
        var failed = new List<string>();
        var bodies = new List<string>(JsonBodies);
        foreach (var form in await KeptFormsAsync(site, known))
        foreach (var fields in WithOneFieldWrong(form, bodies.Count))
            bodies.Add(
                JsonSerializer.Serialize(new { fields = fields.Select(f => new[] { f.Name, f.Value }), at = 1 })
            );
        Assert.InRange(bodies.Count, 300, 4_000);
        foreach (var body in bodies)
            await PostJsonAsync(site, "/outbox", body, failed);
        foreach (var body in JsonBodies)
            await PostJsonAsync(site, "/ingest", body, failed);
        foreach (var path in Paths(site, known))
            await AskAsync(site, path, failed);
        Assert.Empty(failed);
    }

    [Theory]
    [InlineData("{\"fields\":[[\"_handler\",\"quick\"]],\"clock\":9223372036854775807}", HttpStatusCode.BadRequest)]
    [InlineData("{\"fields\":[[\"_handler\",\"quick\"]],\"clock\":-1}", HttpStatusCode.BadRequest)]
    [InlineData(
        "{\"fields\":[[\"_handler\",\"quick\"]],\"clock\":1,\"at\":-9223372036854775808}",
        HttpStatusCode.BadRequest
    )]
    [InlineData("{\"fields\":[[\"_handler\",null]]}", HttpStatusCode.BadRequest)]
    [InlineData("{\"fields\":[null]}", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{\"fields\":null}", HttpStatusCode.OK)]
    public async Task The_outbox_takes_fields_and_moments_and_nothing_else(string body, HttpStatusCode status)
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await site.Http.PostAsync("/outbox", content);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task No_header_makes_a_page_fail()
    {
        await using var site = await Site.OfAsync(await DemoJournal.NewAsync(empty: true));
        var failed = new List<string>();
        foreach (var (name, values) in Headers)
        foreach (var value in values)
        foreach (var path in (string[])["/", "/look", "/nowhere", "/alive", "/ingest", "/manifest.webmanifest"])
        foreach (var method in (string[])["GET", "POST", "HEAD", "PUT"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await site.Http.SendAsync(request);
            if ((int)answer.StatusCode >= 500)
                failed.Add($"{method} {path} {name}: {value}: {answer.StatusCode}");
        }
        Assert.Empty(failed);
    }

    [Theory]
    [InlineData("localhost:99999")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:abc")]
    [InlineData("127.0.0.1:65536")]
    public async Task A_host_with_a_port_that_there_is_not_is_refused(string host)
    {
        await using var site = await Site.StartAsync();
        foreach (var path in (string[])["/look", "/nowhere", "/alive"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Host", host);
            using var answer = await site.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    private static readonly (string Name, string[] Values)[] Headers =
    [
        (
            "Host",
            ["localhost:99999", "localhost:", "localhost:x", "[::1", "evil.example:99999", "a b", "localhost:65536"]
        ),
        (
            "Cookie",
            [
                "inomya-look=%00",
                "inomya-form=x",
                "inomya-form=%00; inomya-look=....",
                "=;=;",
                "a",
                new string('c', 4_000),
            ]
        ),
        ("Accept-Language", ["*", "en;q=x", ";;;", "zz-ZZ-zz-ZZ", new string('e', 500), "es;q=9"]),
        ("Accept-Encoding", ["br;q=x", "*;q=0", "identity;q=0", "unknown", ";;"]),
        ("If-None-Match", ["x", "\"", "W/", "*"]),
        ("If-Modified-Since", ["yesterday", "9999"]),
        ("Range", ["bytes=9-1", "bytes=-", "x", "bytes=0-99999999999999999999"]),
        ("Origin", ["null", "x", "http://localhost:99999", "http://["]),
        ("Sec-Fetch-Site", ["cross-site", "x"]),
        ("Authorization", ["Bearer", "Bearer ", "Bearer x.y", "Basic !!!"]),
        ("X-Inomya-Token", ["", "x", "....", new string('t', 3_000)]),
        ("X-Forwarded-Host", ["evil.example:99999"]),
        ("Content-Type", ["application/json", "multipart/form-data", "multipart/form-data; boundary=", "x/y;;"]),
        ("Referer", ["x", "http://["]),
        ("blazor-enhanced-nav", ["on"]),
        ("Expect", ["x"]),
    ];

    private static readonly string[] JsonBodies =
    [
        "",
        "null",
        "[]",
        "{}",
        "\"x\"",
        "1",
        "{",
        "{\"fields\":{}}",
        "{\"fields\":[[]]}",
        "{\"fields\":[[1,2]]}",
        "{\"fields\":[null]}",
        "{\"fields\":[[null,null]]}",
        "{\"fields\":[[\"_handler\",null]]}",
        "{\"fields\":[[\"seen\",null],[\"_handler\",\"checkin\"]]}",
        "{\"fields\":[[\"_handler\",\"checkin\"],[\"seen\",\"null\"]]}",
        "{\"fields\":[[\"_handler\",\"checkin\"],[\"seen\",\"\\ud800\"]]}",
        "{\"fields\":[[\"_handler\",\"checkin\"],[\"submission\",\"\\u0000\"]]}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"clock\":9223372036854775807}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"clock\":99999999999999999999}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"clock\":-9223372036854775808,\"byDevice\":true}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"clock\":9000000000000000000,\"at\":1}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"clock\":1.5}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"at\":253402300799999}",
        "{\"fields\":[[\"_handler\",\"checkin\"]],\"again\":\"x\"}",
        "\ufeff{}",
        new string('[', 500),
    ];

    private static async Task AskAsync(Site site, string path, List<string> failed)
    {
        using var answer = await site.Http.GetAsync(new Uri(site.Url + path));
        if ((int)answer.StatusCode >= 500)
            failed.Add($"{path}: {(int)answer.StatusCode}");
    }

    private static async Task PostJsonAsync(Site site, string path, string body, List<string> failed)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await site.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        if ((int)answer.StatusCode >= 500)
            failed.Add($"{path} {body}: {(int)answer.StatusCode}");
    }

    /// <summary>Each part that can be filled in, filled in wrong, with the others right.</summary>
    private static IEnumerable<string> WithOnePartWrong(string route, string right)
    {
        var (parts, rights) = (route.Split('/'), right.Split('/'));
        for (var at = 0; at < parts.Length; at++)
            if (parts[at].Contains('{', StringComparison.Ordinal))
                foreach (var value in InAddress)
                    yield return string.Join(
                        '/',
                        [.. rights[..at], Part().Replace(parts[at], value), .. rights[(at + 1)..]]
                    );
    }

    private static IEnumerable<string> Paths(Site site, Dictionary<string, string> known) =>
        GetWritesNothingTests.Routes(site).Select(route => route.Contains('{') ? known[route] : route);

    /// <summary>Every address, with the names of what it reads from a query: of pages, and of other addresses.</summary>
    private static IEnumerable<(string Path, IReadOnlyList<string> Names)> Queries(
        Site site,
        Dictionary<string, string> known
    ) =>
        from endpoint in site
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
        let route = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"
        where GetWritesNothingTests.Routes(site).Contains(route)
        let names = NamesOf(endpoint)
        where names.Count > 0
        select (route.Contains('{') ? known[route] : route, names);

    private static IReadOnlyList<string> NamesOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
            ? (List<string>)
                [
                    .. page.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                        .Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                        .Where(p => p.Query is not null)
                        .Select(p => p.Query!.Name ?? p.Name),
                ]
            : (List<string>)
                [
                    .. (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
                        .Where(p =>
                            Nullable.GetUnderlyingType(p.ParameterType) is not null || p.ParameterType == typeof(string)
                        )
                        .Select(p => p.Name!),
                ];

    /// <summary>Some of them, others for each number.</summary>
    private static IEnumerable<string> Some(string[] values, int number, int many) =>
        new Random(Seed + number).GetItems(values, many).Distinct();

    internal sealed record Form(string Path, string Action, bool IsKept, List<(string Name, string Value)> Fields);

    internal static async Task<List<Form>> FormsAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? [.. FormsIn(path, await answer.Content.ReadAsStringAsync())]
            : [];
    }

    private static IEnumerable<Form> FormsIn(string path, string html) =>
        FormTag()
            .Matches(html)
            .Where(f => f.Groups["tag"].Value.Contains("method=\"post\"", StringComparison.Ordinal))
            .Select(f => new Form(
                path,
                Attribute(f.Groups["tag"].Value, "action") is { Length: > 0 } action ? action : path,
                f.Groups["tag"].Value.Contains("data-outbox", StringComparison.Ordinal),
                [.. FieldsIn(f.Groups["body"].Value)]
            ));

    private static IEnumerable<(string, string)> FieldsIn(string form) =>
        FieldTag()
            .Matches(form)
            .Select(field => (Attribute(field.Value, "name") ?? "", Attribute(field.Value, "value") ?? ""))
            .Where(field => field.Item1.Length > 0)
            .DistinctBy(field => field.Item1);

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : null;

    /// <summary>A name without what tells one row from another.</summary>
    private static string KindOf(string name) => Numbers().Replace(name, "#");

    /// <summary>Each field wrong once, others as they are; and twice all of them wrong.</summary>
    private static IEnumerable<List<(string Name, string Value)>> WithOneFieldWrong(Form form, int number)
    {
        var random = new Random(Seed + number);
        var kinds = new HashSet<string>();
        for (var at = 0; at < form.Fields.Count; at++)
            if (!IsOurs(form.Fields[at].Name) && kinds.Add(KindOf(form.Fields[at].Name)))
                foreach (var value in random.GetItems(InField, 2))
                    yield return [.. form.Fields.Select((f, i) => i == at ? (f.Name, value) : Anew(f))];
        for (var times = 0; times < 2; times++)
            yield return
            [
                .. form.Fields.Select(f => IsOurs(f.Name) ? Anew(f) : (f.Name, random.GetItems(InField, 1)[0])),
            ];
    }

    /// <summary>What finds the form at all: with another of these it is another form.</summary>
    private static bool IsOurs(string name) => name is "_handler" or "__RequestVerificationToken";

    private static (string, string) Anew((string Name, string Value) field) =>
        field.Name == "submission" ? (field.Name, Guid.NewGuid().ToString()) : field;

    private static async Task SendAsync(
        HttpClient client,
        Form form,
        List<(string Name, string Value)> fields,
        List<string> failed
    )
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await client.PostAsync(new Uri(form.Action, UriKind.Relative), content);
        if ((int)answer.StatusCode >= 500)
            failed.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{form.Path} {(int)answer.StatusCode}: {string.Join(' ', fields.Where(f => f.Name != "__RequestVerificationToken"))}"
                )
            );
    }

    private static async Task<List<Form>> KeptFormsAsync(Site site, Dictionary<string, string> known)
    {
        var forms = new List<Form>();
        foreach (var path in Paths(site, known))
            forms.AddRange((await FormsAsync(site.Http, path)).Where(f => f.IsKept));
        return
        [
            .. forms.DistinctBy(f =>
                string.Join(' ', f.Fields.Select(x => x.Name == "_handler" ? x.Value : KindOf(x.Name)))
            ),
        ];
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"<form(?<tag>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex(@"<(input|button|select|textarea)\s[^>]*>")]
    private static partial Regex FieldTag();

    [GeneratedRegex(@"[0-9a-f]{32}|\d+")]
    private static partial Regex Numbers();
}
