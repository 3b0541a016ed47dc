using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Inomya.Journals;

/// <summary>A read of one person's rows, for the few pages that the object mapper would make ten times slower.</summary>
/// <remarks>
/// Only the condition is written by hand. The columns come from the model (<see cref="RowShape{TRow}"/>), and that the
/// rows are this person's, and current where the table keeps versions, stands in every statement by construction.
/// </remarks>
internal abstract class PersonQuery
{
    /// <summary>The statement for a storage; null parameters stay out of it.</summary>
    public abstract string SqlFor(IModel model, bool onFile);
}

/// <inheritdoc cref="PersonQuery"/>
/// <typeparam name="TTable">The record that the table keeps.</typeparam>
/// <typeparam name="TRow">That record, or a part of it.</typeparam>
internal sealed class PersonQuery<TTable, TRow> : PersonQuery
    where TTable : class
{
    /// <summary>In a condition: the table and whose rows, for a question within the question.</summary>
    public const string Mine = "{mine}";

    private readonly ConcurrentDictionary<IModel, (string Sql, RowShape<TRow> Shape)> _ready = new();

    /// <summary>Which of the person's rows; columns by their names in the storage. Empty: all of them.</summary>
    public string Where { get; init; } = "";

    /// <summary>Also LIMIT may follow. Empty: in any order.</summary>
    public string OrderBy { get; init; } = "";

    /// <summary>
    /// The index for a file: SQLite without statistics would read the index of columns to find a few days, and that of
    /// days to read everything. Null leaves the choice to it.
    /// </summary>
    public string? FileIndex { get; init; }

    /// <summary>Reads no row twice.</summary>
    public bool Distinct { get; init; }

    public override string SqlFor(IModel model, bool onFile) => Ready(model, onFile).Sql;

    /// <summary>How a row of the answer is read.</summary>
    public Func<DbDataReader, TRow> RowOf(IModel model, bool onFile) => Ready(model, onFile).Shape.Read;

    private (string Sql, RowShape<TRow> Shape) Ready(IModel model, bool onFile) =>
        _ready.GetOrAdd(model, (m, file) => Prepare(m, file), onFile);

    private (string, RowShape<TRow>) Prepare(IModel model, bool onFile)
    {
        var table = model.FindEntityType(typeof(TTable))!;
        var shape = RowShape<TRow>.Of(table);
        var mine = MineOf(table, onFile);
        var which = Where.Length > 0 ? $" AND {Where.Replace(Mine, mine, StringComparison.Ordinal)}" : "";
        var order = OrderBy.Length > 0 ? $" ORDER BY {OrderBy}" : "";
        return ($"SELECT {(Distinct ? "DISTINCT " : "")}{shape.Columns} FROM {mine}{which}{order}", shape);
    }

    private string MineOf(IEntityType table, bool onFile)
    {
        var hint = onFile && FileIndex is not null ? $" INDEXED BY \"{FileIndex}\"" : "";
        var owner = typeof(TTable) == typeof(Person) ? "id" : "person_id";
        var current = typeof(TTable).IsAssignableTo(typeof(Recorded)) ? " AND voided_by_id IS NULL" : "";
        return $"{table.GetTableName()}{hint} WHERE {owner} = @person{current}";
    }
}
