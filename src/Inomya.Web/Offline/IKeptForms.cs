using Inomya.Journals;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Offline;

/// <summary>The forms of one room that a device keeps until there is a connection: marked <c>data-outbox</c> on their page, and taken here as their page takes them.</summary>
public interface IKeptForms
{
    /// <summary>What the forms send as _handler. A name belongs to one room; each has its words under device.form.NAME.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The page that shows what was taken, without a query.</summary>
    /// <param name="day">The day of the form; today where it has none.</param>
    string PageOf(IFormCollection form, LocalDate day, LocalDate today);

    /// <summary>Records what a form says, once however often it is sent.</summary>
    /// <param name="at">When the person sent it, also where it arrives much later.</param>
    /// <exception cref="ChangedMeanwhileException">What it is about is being changed at this moment.</exception>
    Task<KeptResult> TakeAsync(IFormCollection form, Instant at, CancellationToken stop);
}
