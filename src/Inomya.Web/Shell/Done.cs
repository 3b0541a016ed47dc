using Inomya.Journals;
using Inomya.Web.Design;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Shell;

/// <summary>
/// After a form was sent: the way to the page that says so (<see cref="DayOutcome"/>), and the removal that all lists
/// share.
/// </summary>
public static class Done
{
    /// <summary>
    /// The query by which a page tells what was just done: saved=ID of the change, or saved=same when there was nothing
    /// to change.
    /// </summary>
    public static string Query(Change? change) => $"saved={change?.Id.ToString() ?? "same"}";

    /// <summary>Takes out the row that a <see cref="RowForm"/> was sent for; null when it is gone already.</summary>
    /// <param name="dayOf">The day that the row is about, where it is about one.</param>
    public static async Task<Change?> RemoveRowAsync<T>(
        this Journal journal,
        IFormCollection form,
        IEnumerable<T> rows,
        Func<T, LocalDate>? dayOf = null
    )
        where T : Recorded =>
        rows.FirstOrDefault(r => r.Id == RowForm.RowOf(form)) is { } row
            ? await journal.RecordAsync(new Draft("delete", form["submission"], dayOf?.Invoke(row)).Remove(row))
            : null;
}
