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
            return Shipped(id, words);
        var isId = Guid.TryParse(id.AsSpan(OwnForms.Prefix.Length), CultureInfo.InvariantCulture, out var form);
        return isId ? await OwnAsync(journal, form) : null;
    }

    private async Task<ShelfForm?> OwnAsync(Journal journal, Guid form) =>
        await journal.FindAsync<OwnForm>(form) is { } own && OpenOrNull(own) is { } open
            ? open with
            {
                Patient = await MayReadAsync(journal, form) ? journal.Person : null,
            }
            : null;

    /// <summary>The person said that the form may read who they are.</summary>
    private static async Task<bool> MayReadAsync(Journal journal, Guid form) =>
        (await journal.SettingsAsync()).GetValueOrDefault(OwnForms.PersonSetting(form)) == "yes";

    private ShelfForm? Shipped(string id, Words words) =>
        instruments.Offered.FirstOrDefault(i => i.Id == id) is { } instrument
            ? new ShelfForm(instrument, words[$"instrument.{id}.name"])
            : null;

    private ShelfForm? OpenOrNull(OwnForm own)
    {
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
            read = Read(own);
            // a form that was only tried has no change yet, so it must not be taken for the one that is kept
            if (own.ChangeId != Guid.Empty && _own.Count < MostKept)
                _own.TryAdd(key, read);
        }
        return new ShelfForm(read.Instrument, own.Title, own, read.Calculator);
    }

    private (Instrument Instrument, Calculator Calculator) Read(OwnForm own)
    {
        var instrument = OwnForms.ToInstrument(own, instruments.AnswerList);
        var readsItself = own.Json.Contains("%questionnaire", StringComparison.Ordinal);
        return (instrument, new Calculator(instrument.Form.Value, questionnaireJson: readsItself ? own.Json : null));
    }
}
