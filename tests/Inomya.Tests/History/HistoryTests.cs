using CsCheck;
using Inomya.Content;
using Inomya.History;
using Inomya.Journals;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.History;

/// <summary>The person's story: days as exactly as they are known, in the order a doctor writes it.</summary>
public class HistoryTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Words English = new(ContentCheck.Content);

    [Theory]
    [InlineData("2019", "2019")]
    [InlineData(" 2019-3 ", "2019-03")]
    [InlineData("2019-03-14", "2019-03-14")]
    [InlineData("03/2019", "2019-03")]
    [InlineData("14.3.2019", "2019-03-14")]
    [InlineData("2026", "2026")]
    [InlineData("2027", null)]
    [InlineData("2019-13", null)]
    [InlineData("2019-02-30", null)]
    [InlineData("1819", null)]
    [InlineData("long ago", null)]
    [InlineData("14/03/2019", "2019-03-14")]
    [InlineData("3/14/2019", "2019-03-14")]
    [InlineData("03/04/2019", null)]
    [InlineData("14/14/2019", null)]
    [InlineData("31/02/2019", null)]
    public void A_day_is_read_as_exactly_as_it_is_known(string typed, string? expected) =>
        Assert.Equal(expected, PartialDay.Read(typed, Today));

    [Fact]
    public void What_was_read_is_read_again_the_same() =>
        Gen.Select(Gen.Int[1900, 2025], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 2])
            .Sample(
                (year, month, day, exact) =>
                {
                    var typed = exact switch
                    {
                        0 => $"{year}",
                        1 => $"{year}-{month}",
                        _ => $"{year}-{month}-{day}",
                    };
                    var read = PartialDay.Read(typed, Today)!;
                    Assert.Equal(read, PartialDay.Read(read, Today));
                }
            );

    [Fact]
    public void The_history_goes_from_the_onset_to_the_family_and_by_time_within()
    {
        var sections = HistoryText.Write(
            English,
            [
                Item(HistoryKind.Family, "My mother had pain too"),
                Item(HistoryKind.Event, "Moved house", "2020"),
                Item(HistoryKind.Event, "Lost my job", "2019-05"),
                Item(HistoryKind.Event, "A fall"),
                Item(HistoryKind.Onset, "It began in the neck.", "2018-11-02"),
                Item(HistoryKind.Condition, "Migraine", "2001"),
            ]
        );
        Assert.Equal(
            [HistoryKind.Onset, HistoryKind.Event, HistoryKind.Condition, HistoryKind.Family],
            sections.Select(s => s.Kind)
        );
        Assert.Equal(["2 Nov 2018: It began in the neck."], sections[0].Sentences);
        Assert.Equal(["May 2019: Lost my job.", "2020: Moved house.", "A fall."], sections[1].Sentences);
        Assert.Equal(["Since 2001: Migraine."], sections[2].Sentences);
        Assert.Equal(["My mother had pain too."], sections[3].Sentences);
    }

    [Fact]
    public void A_stretch_names_both_ends() =>
        Assert.Equal(
            "2019 to 2021: Yoga, it helped.",
            HistoryText.Sentence(English, Item(HistoryKind.Tried, "Yoga, it helped", "2019", "2021"))
        );

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_sentence_is_kept_and_can_be_changed(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(new Draft("history").Add(Item(HistoryKind.Onset, "It began.", "2018-11")));
        var kept = Assert.Single(await journal.AllAsync<HistoryItem>());
        await journal.RecordAsync(new Draft("history").Correct(kept, kept with { Text = "It began slowly." }));
        Assert.Equal(
            ("It began slowly.", "2018-11"),
            Assert.Single(await journal.AllAsync<HistoryItem>()) is var now ? (now.Text, now.Since) : default
        );
        Assert.Equal(2, (await journal.VersionsAsync<HistoryItem>(kept.Id)).Count);
    }

    private static HistoryItem Item(HistoryKind kind, string text, string? since = null, string? until = null) =>
        new()
        {
            Kind = kind,
            Text = text,
            Since = since,
            Until = until,
        };
}
