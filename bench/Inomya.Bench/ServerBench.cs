using System.Diagnostics;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Bench;

/// <summary>What reading and writing a hosted journal costs, on the PostgreSQL database that INOMYA_DATABASE names.</summary>
/// <remarks>The journals of the bench stay there: name a database that may be thrown away.</remarks>
internal static class ServerBench
{
    private const int Others = 50,
        WarmUp = 200,
        Times = 1_000;

    public static async Task<int> RunAsync()
    {
        var store = await JournalStore.OpenAsync(Place(), SystemClock.Instance);
        for (var i = 0; i < Others; i++)
            await WriteAsync(await store.OfAsync((await store.AddPersonAsync($"other {i}", "Europe/Madrid")).Id));
        var demo = await DemoPerson.CreateAsync(store, new ContentFolder(), "Europe/Madrid");
        var journal = await store.OfAsync(demo.Person.Id);
        Table.Print(
            $"A hosted journal of two years beside {Others} others, {Times} times each",
            ["what", "median, ms", "99 of 100, ms"],
            [
                await TimedAsync("opening it", () => store.OfAsync(journal.Person.Id)),
                await TimedAsync("its version", () => journal.VersionAsync()),
                await TimedAsync("all of a day", () => journal.DayAsync(journal.Today)),
                await TimedAsync("the courses", () => journal.AllAsync<Course>()),
                await TimedAsync("writing a note", () => WriteAsync(journal)),
            ]
        );
        return 0;
    }

    private static JournalPlace Place() =>
        JournalPlace.InPostgres(
            Environment.GetEnvironmentVariable("INOMYA_DATABASE")
                ?? throw new InvalidOperationException("INOMYA_DATABASE names no database."),
            Environment.GetEnvironmentVariable("INOMYA_DATABASE_OWNER")
        );

    private static Task WriteAsync(Journal journal) =>
        journal.RecordAsync(
            new Draft("checkin", day: journal.Today).Add(
                new Note
                {
                    Id = Guid.CreateVersion7(),
                    Day = journal.Today.PlusDays(-400),
                    Text = "bench",
                    Source = "checkin",
                }
            )
        );

    private static async Task<string[]> TimedAsync(string what, Func<Task> work)
    {
        for (var i = 0; i < WarmUp; i++)
            await work();
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return [what, $"{times[Times / 2]:0.000}", $"{times[Times * 99 / 100]:0.000}"];
    }
}
