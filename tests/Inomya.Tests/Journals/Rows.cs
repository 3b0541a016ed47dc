using Inomya.Journals;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Tests.Journals;

/// <summary>Every row of every table of a storage, to compare two storages.</summary>
internal static class Rows
{
    /// <summary>By table, each row as text, in one order whatever the storage.</summary>
    public static async Task<SortedDictionary<string, List<string>>> OfAsync(JournalPlace place)
    {
        await using var db = place.OpenForNobody();
        var people = await JournalStore.PeopleIn(db).ToListAsync();
        var all = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in ArchiveTable.Of(db.Model))
        {
            var rows = new List<string>();
            foreach (var person in people)
            {
                db.Person = person.Id;
                await foreach (var row in table.ReadAsync(new PersonRows(db)))
                    rows.Add(row.ToString()!);
            }
            all[table.Name] = [.. rows.Order(StringComparer.Ordinal)];
        }
        return all;
    }
}
