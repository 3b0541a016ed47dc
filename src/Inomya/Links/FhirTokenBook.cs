using System.Security.Cryptography;
using System.Text.Json;
using Inomya.Importing;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Links;

/// <summary>The apps that one person lets read.</summary>
public sealed class FhirTokenBook(Journal journal)
{
    /// <summary>How the key of each begins.</summary>
    public const string Prefix = "fhir-token.";

    public const int Most = 20;

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(
        JsonSerializerDefaults.Web
    ).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Those that were not taken back, the oldest first; also those whose time is over.</summary>
    public async Task<IReadOnlyList<FhirToken>> AllAsync(CancellationToken stop = default) =>
        [
            .. from setting in await journal.SettingsAsync(stop)
            where setting.Key.Name.StartsWith(Prefix, StringComparison.Ordinal) && setting.Value.Length > 0
            let token = JsonSerializer.Deserialize<FhirToken>(setting.Value, Json)!
            orderby token.Since, token.Id
            select token,
        ];

    /// <summary>Is anybody let in at all?</summary>
    public async Task<bool> AnyAsync(CancellationToken stop = default) =>
        (await AllAsync(stop)).Any(t => t.Until > journal.Now);

    /// <summary>Lets a new one read. Its key is given out here and never again.</summary>
    /// <param name="id">Made by the form, so that the same form sent twice makes one.</param>
    /// <returns>Null where it is there already, or there are too many.</returns>
    public async Task<BridgeToken?> AddAsync(
        Guid id,
        string name,
        IReadOnlyList<string> types,
        Duration lasts,
        CancellationToken stop = default
    )
    {
        if ((await journal.SettingsAsync(stop)).ContainsKey(KeyOf(id)) || (await AllAsync(stop)).Count >= Most)
            return null;
        var token = BridgeToken.New(journal.Person.Id, id);
        await WriteAsync(
            new FhirToken
            {
                Id = id,
                Name = name,
                Hash = token.Hash,
                Types = types,
                Since = journal.Now,
                Until = journal.Now + Duration.Min(lasts, LinkBook.Longest),
            },
            stop
        );
        return token;
    }

    /// <summary>It reads no more, from this moment.</summary>
    public Task RevokeAsync(Guid id, CancellationToken stop = default) => journal.SetAsync(KeyOf(id), "", stop);

    /// <summary>Who shows this key; null where it is another person's, taken back, over, or wrong.</summary>
    public async Task<FhirToken?> FindAsync(BridgeToken shown, CancellationToken stop = default)
    {
        if (shown.Person != journal.Person.Id)
            return null;
        var token = (await AllAsync(stop)).FirstOrDefault(t => t.Id == shown.Bridge);
        return
            token is not null
            && token.Until > journal.Now
            && CryptographicOperations.FixedTimeEquals(token.Hash, shown.Hash)
            ? token
            : null;
    }

    /// <summary>Notes that it read, once an hour at the most.</summary>
    public Task UsedAsync(FhirToken token, CancellationToken stop = default) =>
        token.LastUse is { } last && journal.Now - last < Duration.FromHours(1)
            ? Task.CompletedTask
            : WriteAsync(token with { LastUse = journal.Now }, stop);

    private Task WriteAsync(FhirToken token, CancellationToken stop) =>
        journal.SetAsync(KeyOf(token.Id), JsonSerializer.Serialize(token, Json), stop);

    private static SettingKey KeyOf(Guid id) => new($"{Prefix}{id:N}");
}
