using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Programmes;

/// <summary>A person, a clock and the programmes of content, or others in their place.</summary>
internal sealed class ProgrammeWorld
{
    public static readonly ProgrammeShelf Shelf = new(Medicines.Shelf.Content);
    public static readonly Gates Gates = Gates.Read(Medicines.Shelf.Content);
    public static readonly ProgrammeRules Rules = ProgrammeRules.Read(Medicines.Shelf.Content);

    private ProgrammeWorld(Journal journal, FakeClock clock) => (Journal, Clock) = (journal, clock);

    public Journal Journal { get; }
    public FakeClock Clock { get; }

    /// <summary>What the book is opened on; a test puts another version in its place.</summary>
    public IReadOnlyList<ProgrammeText> Programmes { get; set; } = Shelf.In("en");

    public ProgrammeBook Book => new(Journal, Programmes, Rules, Gates, Medicines.Shelf.Catalogue);

    public static async Task<ProgrammeWorld> NewAsync(string storage = Storage.Sqlite)
    {
        var clock = new FakeClock(Storage.Noon);
        var world = new ProgrammeWorld(await Storage.NewJournalAsync(storage, clock), clock);
        await world.AnswerGatesAsync();
        return world;
    }

    /// <summary>Every gate is answered with no today.</summary>
    public Task AnswerGatesAsync() =>
        new GateBook(Journal, Gates, Medicines.Shelf.Catalogue).AnswerAsync(
            Gates.All.ToDictionary(g => g.Id, _ => false)
        );

    /// <summary>One who has begun skills today.</summary>
    public static async Task<ProgrammeWorld> InSkillsAsync(Road road = Road.Core)
    {
        var world = await NewAsync();
        Assert.NotNull(await world.Book.EnrolAsync("skills", road, "Skills"));
        return world;
    }

    public async Task<Underway> AtAsync(string programme = "skills") => (await Book.FindAsync(programme))!;

    public Task<Change?> DoAsync(string step, StepForm form = StepForm.Usual, string programme = "skills") =>
        Book.DoAsync(programme, step, form);

    /// <summary>A completed questionnaire of today, or of another day, with these scores.</summary>
    public async Task AnswerAsync(string instrument, string scores, int daysAhead = 0) =>
        await Journal.RecordAsync(
            new Draft("questionnaire").Add(
                new Response
                {
                    Instrument = instrument,
                    Version = "1.0.0",
                    Day = Journal.Today.PlusDays(daysAhead),
                    Completed = true,
                    Json = "{}",
                    Scores = scores,
                    Source = "questionnaire",
                }
            )
        );

    public Task<Change?> SayAsync(string gate, bool yes) =>
        new GateBook(Journal, Gates, Medicines.Shelf.Catalogue).AnswerAsync(
            new Dictionary<string, bool> { [gate] = yes }
        );
}
