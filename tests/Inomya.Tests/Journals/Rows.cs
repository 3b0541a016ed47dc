using Inomya.Journals;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Tests.Journals;

/// <summary>Every row of every table of a storage, to compare two storages.</summary>
internal static class Rows
{
    /// <summary>By table, each row as text, in one order whatever the storage.</summary>
    public static async Task<SortedDictionary<string, List<string>>> OfAsync(JournalPlace place)
    {
        await using var db = place.OpenDb();
        var all = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes())
            all[type.GetTableName()!] =
            [
                .. (
                    (IEnumerable<object>)
                        typeof(Rows).GetMethod(nameof(Read))!.MakeGenericMethod(type.ClrType).Invoke(null, [db])!
                )
                    .Select(row => row.ToString()!)
                    .Order(StringComparer.Ordinal),
            ];
        return all;
    }

#pragma warning disable RS0030 // the test looks at everyone's rows, as the backup does
    public static IEnumerable<object> Read<T>(DbContext db)
        where T : class => db.Set<T>().AsNoTracking().ToList();
#pragma warning restore RS0030
}
