using System.Reflection;
using Inomya.Content;
using Inomya.Exports;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>A journal that was opened for something ends with it, in every method.</summary>
public class UntilTests
{
    public static TheoryData<string> Methods { get; } =
    [
        .. typeof(Journal)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken)))
            .Where(m => m.Name != nameof(Journal.Until) && m.Name != nameof(Journal.StopOr))
            .Select(m => m.Name)
            .Distinct()
            .Order(),
    ];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_method_that_was_given_nothing_ends_with_its_journal(string name)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var method = typeof(Journal).GetMethods().First(m => m.Name == name);
        var callable = method.IsGenericMethod ? method.MakeGenericMethod(typeof(Entry)) : method;
        var archive = await ArchiveAsync(journal);
        object?[] given = [.. callable.GetParameters().Select(p => Made(p.ParameterType, journal, archive))];
        var ended = journal.Until(new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EndAsync(callable.Invoke(ended, given)!));
        given = [.. callable.GetParameters().Select(p => Made(p.ParameterType, journal, archive))];
        await EndAsync(
            callable.Invoke(name == nameof(Journal.UndoAsync) ? await WithChangeAsync(journal, given) : journal, given)!
        );
    }

    /// <summary>To its end, whether it answers once or row by row.</summary>
    private static async Task EndAsync(object called)
    {
        if (called is IAsyncEnumerable<object> facts)
            await foreach (var _ in facts) { }
        else if (called is IAsyncEnumerable<StandingSample> samples)
            await foreach (var _ in samples) { }
        else
            await (Task)called;
    }

    /// <summary>With one row of each thing that is read row by row.</summary>
    private static async Task<byte[]> ArchiveAsync(Journal journal)
    {
        var steps = new MeasureCatalogue(Shelf.Content).Find("steps")!;
        await journal.AddSamplesAsync(steps, "watch", [new Reading(journal.Now, journal.Now, 1)]);
        await journal.RecordAsync(new Draft("checkin").Add(Rated(journal)));
        using var archive = new MemoryStream();
        await WholeArchive.WriteAsync(journal, new Words(Shelf.Content), archive);
        return archive.ToArray();
    }

    private static Entry Rated(Journal journal) =>
        new()
        {
            Measure = "pain",
            Value = 4,
            Day = journal.Today,
            Source = "checkin",
        };

    private static MemoryStream FileOf(byte[] archive)
    {
        var file = new MemoryStream();
        file.Write(archive);
        file.Position = 0;
        return file;
    }

    [Fact]
    public async Task What_a_method_was_given_stands_before_its_journal_s()
    {
        using var own = new CancellationTokenSource();
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        Assert.Empty(await journal.Until(new CancellationToken(canceled: true)).AllAsync<Entry>(own.Token));
    }

    private static async Task<Journal> WithChangeAsync(Journal journal, object?[] given)
    {
        given[0] = (await journal.RecordAsync(new Draft("checkin").Add(Note(journal)))).Id;
        return journal;
    }

    private static object? Made(Type type, Journal journal, byte[] archive) =>
        type switch
        {
            _ when type == typeof(Stream) => FileOf(archive),
            _ when type == typeof(Func<Setting, (Setting?, IReadOnlyList<string>)>) => (Func<
                Setting,
                (Setting?, IReadOnlyList<string>)
            >)
                WithoutSecrets.Of,
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(string) => "GB",
            _ when type == typeof(SettingKey) => new SettingKey("theme"),
            _ when type == typeof(LocalDate) => journal.Today,
            _ when type == typeof(Instant) => journal.Now,
            _ when type == typeof(Guid) => Guid.CreateVersion7(),
            _ when type == typeof(Audit) => TwoPeople.SeenBy("somebody"),
            _ when type == typeof(Draft) => new Draft("checkin").Add(Note(journal)),
            _ when type == typeof(MeasureCatalogue) => new MeasureCatalogue(Shelf.Content),
            _ when type == typeof(Measure) => new MeasureCatalogue(Shelf.Content).Find("pain"),
            _ when type == typeof(Person) => journal.Person,
            _ when type == typeof(ReminderMail) => Mail(journal),
            _ when type == typeof(SharedLink) => TwoPeople.LinkOf(Guid.CreateVersion7(), "", journal.Person.Id),
            _ when type == typeof(LinkFile) => TwoPeople.FileOf(Guid.CreateVersion7(), "", journal.Person.Id),
            _ when type == typeof(LinkView) => new LinkView
            {
                PersonId = journal.Person.Id,
                Id = Guid.CreateVersion7(),
                LinkId = Guid.CreateVersion7(),
                At = journal.Now,
                Outcome = "opened",
            },
            _ when type == typeof(IReadOnlyCollection<Reading>) => new[] { new Reading(journal.Now, journal.Now, 1) },
            _ when type == typeof(IReadOnlyList<Recorded>) => Array.Empty<Recorded>(),
            _ when type.IsValueType && Nullable.GetUnderlyingType(type) is null => Activator.CreateInstance(type),
            _ => null,
        };

    private static Note Note(Journal journal) =>
        new()
        {
            Day = journal.Today,
            Text = "slept little",
            Source = "checkin",
        };

    private static ReminderMail Mail(Journal journal) =>
        new()
        {
            PersonId = journal.Person.Id,
            Id = Guid.CreateVersion7(),
            Reminder = "checkin",
            Day = journal.Today,
            At = journal.Now,
            NotBefore = journal.Now,
        };
}
