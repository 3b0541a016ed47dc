using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Web.Offline;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Programmes;

/// <summary>Takes the answers to the questions that are asked before a part begins.</summary>
public sealed class GateForms(PersonJournal person, Gates gates, MedicineCatalogue medicines) : IKeptForms
{
    public const string Name = "gates",
        Again = "gates-again";

    /// <summary>The field of a gate is its id after this.</summary>
    public const string Field = "gate.";

    public IReadOnlyCollection<string> Names { get; } = [Name, Again];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        gates.Part(form["part"].ToString()) is { } part ? $"/programmes/gates/{part.Id}" : "/programmes";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        AnswersIn(form).Count == 0 ? KeptResult.Refused : KeptResult.RecordedOrThere(await TakeAsync(form, at, stop));

    /// <summary>Null when the journal says the same already, or nothing was answered.</summary>
    public async Task<Change?> TakeAsync(IFormCollection form, Instant? at = null, CancellationToken stop = default)
    {
        var journal = await person.OpenAsync();
        var day = journal.Days.DayOf(at ?? journal.Now);
        return await new GateBook(journal, gates, medicines).AnswerAsync(
            AnswersIn(form),
            form["submission"],
            day,
            stop
        );
    }

    /// <summary>Yes or no by gate; a question that was left alone is not there.</summary>
    public Dictionary<string, bool> AnswersIn(IFormCollection form) =>
        gates
            .All.Select(g => (g.Id, Said: form[Field + g.Id].ToString()))
            .Where(a => a.Said is "1" or "0")
            .ToDictionary(a => a.Id, a => a.Said == "1", StringComparer.Ordinal);
}
