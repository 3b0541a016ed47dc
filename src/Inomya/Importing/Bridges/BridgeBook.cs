using System.Security.Cryptography;
using System.Text.Json;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Importing;

/// <summary>The bridges of one person.</summary>
public sealed class BridgeBook(Journal journal)
{
    /// <summary>How the key of each begins.</summary>
    public const string Prefix = "bridge.";

    /// <summary>Nobody has more devices; beyond it a form is sent over and over.</summary>
    public const int Most = 20;

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(
        JsonSerializerDefaults.Web
    ).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Those that are let in, the oldest first.</summary>
    public async Task<IReadOnlyList<Bridge>> AllAsync(CancellationToken stop = default) =>
        [
            .. from setting in await journal.SettingsAsync(stop)
            where setting.Key.Name.StartsWith(Prefix, StringComparison.Ordinal) && setting.Value.Length > 0
            let bridge = JsonSerializer.Deserialize<Bridge>(setting.Value, Json)!
            orderby bridge.Since, bridge.Id
            select bridge,
        ];

    /// <summary>Lets a new one in. Its token is given out here and never again.</summary>
    /// <param name="id">Made by the form, so that the same form sent twice makes one.</param>
    /// <returns>Null where it is there already, or there are too many.</returns>
    public async Task<BridgeToken?> AddAsync(Guid id, string name, CancellationToken stop = default)
    {
        var settings = await journal.SettingsAsync(stop);
        if (settings.ContainsKey(KeyOf(id)) || (await AllAsync(stop)).Count >= Most)
            return null;
        var token = BridgeToken.New(journal.Person.Id, id);
        await WriteAsync(
            new Bridge
            {
                Id = id,
                Name = name,
                Hash = token.Hash,
                Since = journal.Now,
            },
            stop
        );
        return token;
    }

    /// <summary>Lets it in no more, from this moment.</summary>
    public Task RevokeAsync(Guid id, CancellationToken stop = default) => journal.SetAsync(KeyOf(id), "", stop);

    /// <summary>The bridge that shows this token; null where it is another person's, revoked, or wrong.</summary>
    public async Task<Bridge?> FindAsync(BridgeToken token, CancellationToken stop = default)
    {
        if (token.Person != journal.Person.Id)
            return null;
        var bridge = (await AllAsync(stop)).FirstOrDefault(b => b.Id == token.Bridge);
        return bridge is not null && CryptographicOperations.FixedTimeEquals(bridge.Hash, token.Hash) ? bridge : null;
    }

    /// <summary>Notes that something came.</summary>
    public Task ArrivedAsync(Bridge bridge, CancellationToken stop = default) =>
        WriteAsync(bridge with { LastArrival = journal.Now, Arrivals = bridge.Arrivals + 1 }, stop);

    private Task WriteAsync(Bridge bridge, CancellationToken stop) =>
        journal.SetAsync(KeyOf(bridge.Id), JsonSerializer.Serialize(bridge, Json), stop);

    private static SettingKey KeyOf(Guid id) => new($"{Prefix}{id:N}");
}
