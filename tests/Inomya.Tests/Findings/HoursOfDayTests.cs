using Inomya.Checkins;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Findings;

public class HoursOfDayTests
{
    private static readonly MeasureCatalogue Catalogue = new(new ContentFolder());
    private static readonly Words Words = new(new ContentFolder());

    public static TheoryData<string> Storages => Storage.Both;

    /// <summary>Days with pain at nine that is two points worse than at two and at eight, and a check-in of the whole day at night.</summary>
    private static async Task<Journal> BadMorningsAsync(string storage, int days)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var draft = new Draft("moment");
        var random = new Random(3);
        for (var day = 1; day <= days; day++)
        {
            var date = journal.Today.PlusDays(-day);
            var level = 3 + day % 3;
            foreach (var (hour, value) in new[] { (9, level + 2), (14, level), (20, level) })
            {
                var at = journal.Days.At(date.At(new LocalTime(hour, 10)));
                draft.Add(
                    Rating(date, value + random.Next(2), Moment.Source) with
                    {
                        At = at.ToInstant(),
                        Zone = at.Zone.Id,
                    }
                );
            }
            draft.Add(
                Rating(date, 10, Checkin.Source) with
                {
                    At = journal.Days.At(date.At(new LocalTime(22, 0))).ToInstant(),
                }
            );
        }
        await journal.RecordAsync(draft);
        return journal;
    }

    private static Entry Rating(LocalDate day, double value, string source) =>
        new()
        {
            Measure = "pain",
            Value = value,
            Unit = "{score}",
            ScaleLow = 0,
            ScaleTop = 10,
            Day = day,
            Source = source,
        };

    [Theory, MemberData(nameof(Storages))]
    public async Task Bad_mornings_are_found_and_a_check_in_at_night_is_no_moment(string storage)
    {
        var report = (await JournalFindings.ReadAsync(await BadMorningsAsync(storage, 40), Catalogue))!;
        Assert.Equal([2, 3, 5], report.Hours!.Parts.Select(p => p.Part));
        var morning = report.Hours.Parts[0];
        Assert.InRange(morning.Difference, 1, 1.5);
        Assert.True(morning.Lo > 0);
        Assert.Contains(new FindingSentences(Words, report).Hours, s =>
            s.StartsWith("From 08:00", StringComparison.Ordinal) && s.Contains("higher", StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task With_nine_days_nothing_is_said(string storage)
    {
        var report = (await JournalFindings.ReadAsync(await BadMorningsAsync(storage, 9), Catalogue))!;
        Assert.Null(report.Hours);
        Assert.Empty(new FindingSentences(Words, report).Hours);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_moment_off_the_scale_is_refused(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        Assert.Throws<ArgumentException>(() => Moment.Draft(journal, Catalogue.Find("pain")!, 11, "a"));
        var change = await journal.RecordAsync(Moment.Draft(journal, Catalogue.Find("pain")!, 7, "a"));
        Assert.Equal(change.Id, (await journal.RecordAsync(Moment.Draft(journal, Catalogue.Find("pain")!, 8, "a"))).Id);
        var entry = Assert.Single(await journal.MomentsAsync("pain", null, TestContext.Current.CancellationToken));
        Assert.Equal((7, journal.Today), (entry.Value, entry.Day));
    }
}
