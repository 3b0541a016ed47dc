using System.Collections.Concurrent;
using System.Globalization;
using Inomya.Content;
using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Web.Questionnaires;

/// <summary>Finds questionnaires by id, and keeps own ones read: their expressions are compiled once.</summary>
public sealed class FormShelf(Instruments instruments)
{
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<
        (Guid Form, Guid Version),
        (Instrument Instrument, Calculator Calculator)
    > _own = new();

    /// <summary>
    /// By id of an instrument, or "own:" and the id of a form of the person; null when there is none or it cannot be
    /// used any more.
    /// </summary>
    public async Task<ShelfForm?> FindAsync(Journal journal, string id, Words words)
    {
        if (!id.StartsWith(OwnForms.Prefix, StringComparison.Ordinal))
            return instruments.Offered.FirstOrDefault(i => i.Id == id) is { } shipped
                ? new ShelfForm(shipped, words[$"instrument.{id}.name"])
                : null;
        if (
            !Guid.TryParse(id.AsSpan(OwnForms.Prefix.Length), CultureInfo.InvariantCulture, out var form)
            || await journal.FindAsync<OwnForm>(form) is not { } own
        )
            return null;
        try
        {
            return Open(own);
        }
        catch (FormException)
        {
            return null;
        }
    }

    /// <exception cref="FormException">The form cannot be used; the place is named.</exception>
    public ShelfForm Open(OwnForm own)
    {
        var key = (own.Id, own.ChangeId);
        if (!_own.TryGetValue(key, out var read))
        {
            var instrument = OwnForms.ToInstrument(own);
            read = (
                instrument,
                new Calculator(
                    instrument.Form.Value,
                    questionnaireJson: own.Json.Contains("%questionnaire", StringComparison.Ordinal) ? own.Json : null
                )
            );
            // a form that was only tried has no change yet, so it must not be taken for the one that is kept
            if (own.ChangeId != Guid.Empty && _own.Count < MostKept)
                _own.TryAdd(key, read);
        }
        return new ShelfForm(read.Instrument, own.Title, own, read.Calculator);
    }
}
