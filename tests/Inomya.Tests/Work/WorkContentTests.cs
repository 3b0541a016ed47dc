using Inomya.Content;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Work;

namespace Inomya.Tests.Work;

/// <summary>Limits, ideas, laws and letters as content: to their schema, with words in each language, nothing from memory.</summary>
public class WorkContentTests
{
    private static readonly WorkShelf Work = WorkJournal.Work;

    public static TheoryData<string> Languages => [.. Words.Languages(Shelf.Content)];

    [Theory]
    [InlineData("work-limitations", "work/limitations.yaml")]
    [InlineData("work-accommodations", "work/accommodations.yaml")]
    [InlineData("work-law", "work/law.yaml")]
    [InlineData("work-letters", "work/letters.yaml")]
    [InlineData("work-evidence", "work/evidence.yaml")]
    [InlineData("function", "work/function.yaml")]
    [InlineData("course", "course/course.yaml")]
    public async Task A_file_keeps_to_its_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync($"{schema}.schema.json", file));

    [Theory, MemberData(nameof(Languages))]
    public void Everything_has_its_words(string language)
    {
        var words = new Words(Shelf.Content, language);
        IEnumerable<string> keys =
        [
            .. Work.Limitations.SelectMany(l => new[] { $"work.limitation.{l.Id}", $"work.limitation.{l.Id}.letter" }),
            .. Work.Accommodations.SelectMany(a =>
                a.Settings.Select(s => $"work.setting.{s}").Append($"work.kind.{a.Kind}")
            ),
            .. Work.Accommodations.Select(a => $"work.accommodation.{a.Id}"),
            .. Work.Countries.SelectMany(c =>
                new[] { "frame", "proof", "school", "sick-note" }.Select(p => $"work.law.{c.Code}.{p}")
            ),
            .. Work.Letters.SelectMany(l =>
                new[] { "title", "subject", "opening", "closing" }.Select(p => $"work.letter.{l.Id}.{p}")
            ),
        ];
        Assert.All(keys, key => Assert.Equal(language, words.LanguageOf(key)));
    }

    [Fact]
    public void There_are_eighty_ideas_and_each_limit_has_some_and_each_says_where_it_is_from()
    {
        Assert.True(Work.Accommodations.Count >= 80);
        Assert.All(Work.Limitations, l => Assert.NotEmpty(Work.For([l.Id], [])));
        Assert.All(Work.Accommodations, a => Assert.NotEqual("", Work.SourceOf(a).Text));
    }

    [Fact]
    public void Ideas_that_answer_more_of_what_was_ticked_come_first_and_others_not_at_all()
    {
        string[] ticked = ["fatigue", "pain-sitting"];
        var found = Work.For(ticked, ["work"]);
        var answers = found.Select(a => a.Limitations.Count(ticked.Contains)).ToList();
        Assert.NotEmpty(found);
        Assert.Equal(answers.OrderDescending(), answers);
        Assert.All(found, a => Assert.Contains("work", a.Settings));
        Assert.DoesNotContain(0, answers);
        Assert.Empty(Work.For([], ["work"]));
    }

    [Fact]
    public void A_measure_that_a_limit_names_is_one_there_is() =>
        Assert.All(Work.Limitations.SelectMany(l => l.Measures).Append(Work.Rules.Function), m =>
            Assert.NotNull(WorkJournal.Catalogue.Find(m))
        );
}
