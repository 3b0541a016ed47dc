using Inomya.Content;
using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Links;
using Inomya.Web.Accounts;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Links;

/// <summary>One question to the FHIR server: who asks, what they may, and how they are answered.</summary>
internal sealed class FhirAsked(
    IHttpContextAccessor request,
    PersonJournal person,
    AccountRoom accounts,
    TimeProvider time,
    ContentFolder content,
    Words words,
    WebSettings settings
)
{
    private Journal? _journal;

    private HttpContext Context => request.HttpContext!;

    public CancellationToken Stop => person.Stop;

    /// <summary>The address under which it is asked: the public one where it came by that name.</summary>
    public string Here =>
        settings.PublicUrl is { } url && Context.Request.Host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
            ? $"{url.AbsoluteUri.TrimEnd('/')}{FhirRoutes.Path}"
            : $"{Context.Request.Scheme}://{Context.Request.Host}{FhirRoutes.Path}";

    public string PersonId => _journal!.Person.Id.ToString();

    public DateTimeOffset Now => _journal?.Now.ToDateTimeOffset() ?? time.GetUtcNow();

    /// <summary>At home: has the one person let anybody in? Where there are several, it is told to nobody whether somebody has.</summary>
    public async Task<bool> IsOnAsync() =>
        await accounts.IsNeededAsync(Stop)
        || await new FhirTokenBook(_journal = await person.OpenAsync()).AnyAsync(Stop);

    /// <summary>Who shows a key that holds, in the journal of whoever gave it out.</summary>
    private async Task<(FhirTokenBook Book, FhirToken Token)?> WhoAsync()
    {
        if (FhirRoutes.TokenOf(Context.Request) is not { } shown)
            return null;
        if (await person.OfAsync(shown.Person) is not { } journal)
            return null;
        var book = new FhirTokenBook(_journal = journal);
        return await book.FindAsync(shown, Stop) is { } token ? (book, token) : null;
    }

    /// <summary>Goes on for one who shows a key that holds; all others get 401 in the same words.</summary>
    public async Task<IResult> LetInAsync(Func<FhirReader, FhirToken, Task<IResult>> go)
    {
        if (await WhoAsync() is not (var book, var token))
        {
            Context.Response.Headers.WWWAuthenticate = "Bearer";
            return await SayAsync(StatusCodes.Status401Unauthorized, "login", "fhir.no-token");
        }
        await book.UsedAsync(token, CancellationToken.None);
        return await go(new FhirReader(_journal!, content, words, Here, token.Types), token);
    }

    /// <summary>Null where this kind may be read.</summary>
    public async Task<IResult?> RefusedAsync(string type, FhirToken token) =>
        !FhirReader.Types.Contains(type)
            ? await SayAsync(StatusCodes.Status404NotFound, "not-supported", "fhir.not-supported")
        : !token.Types.Contains(type) ? await SayAsync(StatusCodes.Status403Forbidden, "forbidden", "fhir.forbidden")
        : null;

    /// <summary>Null for a parameter that there is not.</summary>
    public FhirQuery? Query(int usual) =>
        FhirQuery.Read(Context.Request.Query.SelectMany(q => q.Value.Select(v => (q.Key, v ?? ""))), usual);

    public static IResult Give(byte[] resource) => Results.Bytes(resource, FhirServer.ContentType);

    public Task<IResult> SayAsync(int status, string code, string key)
    {
        Context.Response.StatusCode = status;
        return Task.FromResult(Give(FhirServer.Outcome(code, words[key])));
    }
}
