using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Inomya.Journals;

/// <summary>A table of the model, for what writes a person's whole journal out and takes it in again.</summary>
internal abstract class ArchiveTable(IEntityType type)
{
    /// <summary>Of the files that an archive is read from.</summary>
    public const string Ending = ".jsonl";

    public IEntityType Type { get; } = type;

    public string Name { get; } = type.GetTableName()!;

    /// <summary>All but whose row it is: that is the person who has the archive.</summary>
    public IReadOnlyList<ArchiveColumn> Columns { get; } =
    [.. type.GetProperties().Where(p => p.Name != OwnerOf(type)).Select(p => new ArchiveColumn(p))];

    protected ArchiveColumn Owner { get; } = new(type.FindProperty(OwnerOf(type))!);

    private readonly ArchiveColumn[] _key =
    [
        .. type.FindPrimaryKey()!.Properties.Where(p => p.Name != OwnerOf(type)).Select(p => new ArchiveColumn(p)),
    ];

    public string JsonFile => $"tables/{Name}{Ending}";

    public string CsvFile => $"tables/{Name}.csv";

    /// <summary>What is taken along: all but what links hand over, which would open again elsewhere.</summary>
    public static IReadOnlyList<ArchiveTable> Of(IModel model) =>
        [.. All(model).Where(t => t.Type.ClrType != typeof(LinkFile))];

    /// <summary>Every table, so that none can be forgotten.</summary>
    public static IReadOnlyList<ArchiveTable> All(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .OrderBy(t => t.GetTableName(), StringComparer.Ordinal)
                .Select(t =>
                    (ArchiveTable)Activator.CreateInstance(typeof(ArchiveTable<>).MakeGenericType(t.ClrType), t)!
                ),
        ];

    /// <summary>The person's rows, one at a time.</summary>
    public abstract IAsyncEnumerable<object> ReadAsync(PersonRows rows);

    /// <exception cref="FormatException">It is no row of this table.</exception>
    public abstract object Row(JsonElement json, Guid person);

    public abstract Task InsertAsync(JournalDb db, IEnumerable<object> rows, bool replace, CancellationToken stop);

    /// <returns>How many there were.</returns>
    public abstract Task<int> DeleteAsync(PersonRows rows, CancellationToken stop);

    /// <summary>The rows of the person that both are opened for, a row at a time.</summary>
    public abstract Task CopyAsync(JournalDb from, JournalDb to, CancellationToken stop);

    /// <summary>What makes a row this row, for the one person.</summary>
    public string KeyOf(object row) => string.Join(' ', _key.Select(c => c.TextOf(row)));

    public bool AreSame(object one, object other) =>
        Columns.All(c => string.Equals(c.TextOf(one), c.TextOf(other), StringComparison.Ordinal));

    private static string OwnerOf(IEntityType type) =>
        type.ClrType == typeof(Person) ? nameof(Person.Id) : nameof(Recorded.PersonId);
}

/// <inheritdoc/>
internal sealed class ArchiveTable<T>(IEntityType type) : ArchiveTable(type)
    where T : class
{
    public override IAsyncEnumerable<object> ReadAsync(PersonRows rows) => rows.Of<T>().AsAsyncEnumerable();

    public override object Row(JsonElement json, Guid person)
    {
        var row = Activator.CreateInstance<T>();
        Owner.Set(row, person);
        foreach (var column in Columns)
            column.Read(json, row);
        return row;
    }

    public override Task InsertAsync(JournalDb db, IEnumerable<object> rows, bool replace, CancellationToken stop) =>
        RowWriter.InsertAsync(db, rows.Cast<T>(), replace, stop);

    public override Task<int> DeleteAsync(PersonRows rows, CancellationToken stop) =>
        rows.Of<T>().ExecuteDeleteAsync(stop);

    public override Task CopyAsync(JournalDb from, JournalDb to, CancellationToken stop) =>
        RowWriter.InsertAsync(to, new PersonRows(from).Of<T>().AsEnumerable(), replace: false, stop);
}
