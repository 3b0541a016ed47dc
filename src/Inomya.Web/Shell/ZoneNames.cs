using Inomya.Content;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Web.Shell;

/// <summary>Time zones by the words people have for them: "Spain, Madrid".</summary>
public static class ZoneNames
{
    /// <summary>Every zone of a country, with its name; a country's zones stand together.</summary>
    public static IEnumerable<(string Id, string Name)> InOrder(Words words) =>
        Ids()
            .Select(id => (Id: id, Name: Of(words, id)))
            .OrderBy(z => z.Name, StringComparer.Create(words.Culture, ignoreCase: true));

    /// <summary>"Spain, Madrid"; the id itself where a zone is in no one country.</summary>
    public static string Of(Words words, string id) =>
        Countries.OfZone(id) is { } country ? $"{CountryNames.Of(words, country)}, {CityOf(id)}" : id;

    /// <summary>The zone that somebody means by an id, "Spain, Madrid", a city, or a country that has one zone.</summary>
    /// <returns>Null where it is no zone, or could be several.</returns>
    public static string? Find(Words words, string? written)
    {
        var text = (written ?? "").Trim();
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } zone)
            return zone.Id;
        var asked = PlainWords.Of(text);
        return asked.Count == 0
            ? null
            : Only(id => Same(Of(words, id), asked))
                ?? Only(id => Same(CityOf(id), asked))
                ?? Only(id => Countries.OfZone(id) is { } country && Same(CountryNames.Of(words, country), asked));
    }

    private static string? Only(Func<string, bool> fits) =>
        Ids().Where(fits).Take(2).ToList() is [var one] ? one : null;

    private static bool Same(string name, List<string> asked) => PlainWords.Of(name).SequenceEqual(asked);

    private static string CityOf(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>Each place once: names that mean the same zone as another are left out.</summary>
    private static IEnumerable<string> Ids() =>
        NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(l => l.ZoneId);
}
