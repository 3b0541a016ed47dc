using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace Inomya.Journals;

/// <summary>
/// Which columns of a table a <typeparamref name="TRow"/> is made of, and how: both from the model, so that a column
/// can neither be forgotten nor read as another.
/// </summary>
/// <remarks>
/// A row is the record of the table itself, or a smaller one whose constructor names columns of it. A day may be asked
/// for as the number of days since 1970-01-01.
/// </remarks>
/// <param name="Columns">As they stand after SELECT.</param>
/// <param name="Read">One row; columns in the order of <paramref name="Columns"/>.</param>
internal sealed record RowShape<TRow>(string Columns, Func<DbDataReader, TRow> Read)
{
    /// <exception cref="InvalidOperationException">The row asks for what the table does not have.</exception>
    public static RowShape<TRow> Of(IEntityType table)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var columns = new List<IProperty>();
        Expression row = typeof(TRow) == table.ClrType ? Whole(table, reader, columns) : Part(table, reader, columns);
        return new RowShape<TRow>(
            string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\"")),
            Expression.Lambda<Func<DbDataReader, TRow>>(row, reader).Compile()
        );
    }

    private static MemberInitExpression Whole(IEntityType table, Expression reader, List<IProperty> columns)
    {
        columns.AddRange(table.GetProperties());
        return Expression.MemberInit(
            Expression.New(typeof(TRow)),
            columns.Select((c, i) => Expression.Bind(c.PropertyInfo!, Cell(reader, i, c, c.ClrType)))
        );
    }

    private static NewExpression Part(IEntityType table, Expression reader, List<IProperty> columns)
    {
        var make = typeof(TRow).GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var cells = new List<Expression>();
        foreach (var part in make.GetParameters())
        {
            var column = table.FindProperty(part.Name!) ?? throw Lacks(table, part);
            cells.Add(Cell(reader, columns.Count, column, part.ParameterType));
            columns.Add(column);
        }
        return Expression.New(make, cells);
    }

    private static Expression Cell(Expression reader, int place, IProperty column, Type wanted)
    {
        var converter = column.GetRelationalTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        var at = Expression.Constant(place);
        Expression cell = Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [stored], at);
        if (converter is not null && wanted != stored)
            cell = ReplacingExpressionVisitor.Replace(
                converter.ConvertFromProviderExpression.Parameters[0],
                cell,
                converter.ConvertFromProviderExpression.Body
            );
        if (cell.Type == typeof(LocalDate) && wanted == typeof(int))
            cell = Expression.Call(typeof(Epoch), nameof(Epoch.ToEpochDay), [], cell);
        if (cell.Type != wanted)
            cell = Expression.Convert(cell, wanted);
        return column.IsNullable
            ? Expression.Condition(
                Expression.Call(reader, nameof(DbDataReader.IsDBNull), [], at),
                Expression.Default(wanted),
                cell
            )
            : cell;
    }

    private static InvalidOperationException Lacks(IEntityType table, ParameterInfo part) =>
        new($"{table.GetTableName()} has no {part.Name}, which {typeof(TRow).Name} is made of.");
}
