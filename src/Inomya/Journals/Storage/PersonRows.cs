using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>
/// The rows of one person, and no way to anyone else's: DbContext.Set is a banned symbol outside this file.
/// </summary>
internal sealed class PersonRows(JournalDb db)
{
    /// <exception cref="InvalidOperationException">The tables were opened without saying whose rows are wanted.</exception>
    public Guid Person { get; } =
        db.Person ?? throw new InvalidOperationException("The tables were opened for nobody's rows.");

    /// <summary>The person's rows of a table, read without tracking.</summary>
    public IQueryable<T> Of<T>()
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var owner = Expression.Property(
            row,
            typeof(T) == typeof(Person) ? nameof(Journals.Person.Id) : nameof(Recorded.PersonId)
        );
        var mine = Expression.Lambda<Func<T, bool>>(
            Expression.Equal(owner, Expression.Property(Expression.Constant(this), nameof(Person))),
            row
        );
#pragma warning disable RS0030 // the one place that may: every query starts with the person
        return db.Set<T>().AsNoTracking().Where(mine);
#pragma warning restore RS0030
    }

    /// <summary>The current versions of the person's facts.</summary>
    public IQueryable<T> Current<T>()
        where T : Recorded => Of<T>().Where(f => f.VoidedById == null);
}
