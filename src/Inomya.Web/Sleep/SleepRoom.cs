using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Questionnaires;
using Inomya.Sleep;

namespace Inomya.Web.Sleep;

/// <summary>Reads what the pages of sleep show.</summary>
public sealed class SleepRoom(
    PersonJournal person,
    SleepRules rules,
    Instruments instruments,
    Gates gates,
    MedicineCatalogue medicines
)
{
    /// <summary>Id of the part that gates guard.</summary>
    public const string Part = "sleep.window";

    public async Task<SleepView> ReadAsync(CancellationToken stop = default)
    {
        var journal = await person.OpenAsync();
        var book = new NightBook(journal, instruments);
        var told = await book.ToldAsync(stop);
        var facts = new WindowFacts(
            journal.Today,
            [.. told.Select(n => NightClock.Read(n, journal.Days))],
            await journal.AllAsync<SleepWindow>(stop),
            await journal.AllAsync<Flare>(stop),
            await new GateBook(journal, gates, medicines).ForAsync(Part, stop),
            await new HeldEvenings(journal, gates, Part).ReadAsync(
                journal.Today.PlusDays(-rules.ChangeDays),
                journal.Today.PlusDays(-1),
                stop
            )
        );
        return new SleepView(
            journal,
            told,
            facts,
            new WindowReviewer(rules).Review(facts),
            await book.WatchHoursAsync(journal.Today.PlusDays(-rules.DiaryDays), journal.Today, stop)
        );
    }
}
