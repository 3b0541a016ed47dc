using Inomya.Content;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.Work;
using NodaTime;

namespace Inomya.Tests.Work;

/// <summary>A journal with words in it that no letter may hold.</summary>
internal static class WorkJournal
{
    public static readonly LocalDate Today = new(2026, 11, 22);

    /// <summary>Written where illnesses, medicines, moods and notes are kept.</summary>
    public static readonly string[] Planted =
    [
        "Plantaginosis",
        "Secretamine",
        "gloomword",
        "rashword",
        "aunt Violet",
        "panicword",
        "latexword",
    ];

    public static WorkShelf Work { get; } = WorkShelf.Read(Shelf.Content);
    public static FunctionShelf Functions { get; } = FunctionShelf.Read(Shelf.Content);
    public static MeasureCatalogue Catalogue { get; } = new(Shelf.Content);

    public static async Task<Journal> PlantedAsync(int days = 40)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(Words());
        await journal.RecordAsync(Diary(days));
        return journal;
    }

    private static Draft Words()
    {
        var medicine = new Treatment
        {
            Name = Planted[1],
            Kind = TreatmentKind.Medicine,
            Purpose = Planted[0],
        };
        return new Draft("edit")
            .Add(medicine)
            .Add(
                new Course
                {
                    TreatmentId = medicine.Id,
                    Start = Today.PlusDays(-60),
                    StopReason = Planted[3],
                }
            )
            .Add(
                new SideEffect
                {
                    TreatmentId = medicine.Id,
                    Day = Today,
                    Text = Planted[3],
                }
            )
            .Add(new HistoryItem { Kind = HistoryKind.Family, Text = $"{Planted[4]} had {Planted[0]}" })
            .Add(
                new Note
                {
                    Day = Today,
                    Text = $"{Planted[2]} today",
                    Source = "checkin",
                }
            )
            .Add(
                new Worksheet
                {
                    Kind = "thought-record",
                    Fields = Worksheet.Write([("thought", Planted[5])]),
                    Day = Today,
                }
            )
            .Add(new Flare { Start = Today.PlusDays(-5), Before = Planted[2] })
            .Add(
                new OwnMeasure
                {
                    Measure = "own_x",
                    Name = Planted[2],
                    Kind = MeasureKind.Scale,
                }
            );
    }

    private static Draft Diary(int days)
    {
        var draft = new Draft("checkin");
        for (var ago = 0; ago < days; ago++)
        {
            draft.Add(Rated("function", 3 + (ago % 5), ago)).Add(Rated("fatigue", 4 + (ago % 4), ago));
            draft.Add(Rated("mood", ago % 4, ago)).Add(Rated("own_x", ago % 4, ago));
            draft
                .Add(Went("concentrate-30", ago % 3 == 0 ? "could-not" : "could", ago))
                .Add(Went("wash", "with-help", ago));
        }
        return draft;
    }

    private static FunctionDay Went(string activity, string way, int ago) =>
        new()
        {
            Id = FunctionDay.IdOf(Today.PlusDays(-ago), activity),
            Day = Today.PlusDays(-ago),
            Activity = activity,
            Way = way,
        };

    private static Entry Rated(string measure, double value, int ago) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = Today.PlusDays(-ago),
            Source = "checkin",
        };
}
