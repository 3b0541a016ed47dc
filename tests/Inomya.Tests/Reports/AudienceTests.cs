using Inomya.Content;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using NodaTime;

namespace Inomya.Tests.Reports;

/// <summary>What each reader is told, and above all what not.</summary>
public class AudienceTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static readonly Lazy<Task<ReportSource>> Source = new(async () =>
        await ReportJournal.SourceAsync(await ReportJournal.MakeAsync())
    );

    public static TheoryData<string> Languages => [.. Words.Languages(Shelf.Content)];

    /// <summary>What an audience is given is decided here, by name; content/reports may not give it more unseen.</summary>
    public static TheoryData<string, string, string> Given =>
        new()
        {
            {
                "doctor",
                "who asks since picture scores medicines check laboratory years findings nothing honesty",
                "history private"
            },
            { "physiotherapist", "who asks since picture places flares findings honesty", "history private" },
            { "pharmacist", "who asks medicines check watch honesty", "" },
            { "family", "short course flares help honesty", "" },
            { "employer", "record function honesty", "" },
            { "benefits", "function-days honesty", "function-us function-gb function-es function-de" },
            { "self", "record short course places medicines flares findings nothing honesty", "history" },
            {
                "second-opinion",
                "who asks history years scores medicines check laboratory places flares findings nothing honesty",
                "private"
            },
        };

    [Fact]
    public void Every_audience_is_looked_at() =>
        Assert.Equal(ReportWriter.Audiences(Shelf.Content), Given.Select(g => g.Data.Item1));

    [Theory, MemberData(nameof(Given))]
    public async Task An_audience_is_given_these_sections_and_no_other_even_if_asked_for(
        string audience,
        string sections,
        string mayHave
    )
    {
        var document = await WriteAsync(audience, "en");
        Assert.Equal(sections, string.Join(' ', document.Sections.Select(s => s.Id)));
        Assert.Equal(mayHave, string.Join(' ', ReportWriter.MayHave(Shelf.Content, audience)));
        var asked = await WriteAsync(
            audience,
            "en",
            [
                .. new[] { "history", "medicines", "findings", "flares", "places", "short" },
                .. new[] { "us", "gb", "es", "de" }.Select(f => $"function-{f}"),
            ]
        );
        Assert.Equal(
            sections
                .Split(' ')
                .Concat(mayHave.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Except(["private"])
                .Order(),
            asked.Sections.Select(s => s.Id).Order()
        );
        Assert.Equal("honesty", asked.Sections[^1].Id);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task An_employer_reads_no_treatment_no_illness_and_no_flare(string language)
    {
        var document = await WriteAsync("employer", language, "history", "medicines", "findings", "flares");
        var text = ReportText.Of(document);
        string[] words =
        [
            .. ReportJournal.Treatments,
            "dry mouth",
            "drowsy",
            "Migraine",
            "infection",
            "private note",
            "long drive",
            "warm bath",
            "neck",
            "lower_back",
            .. language == "es"
                ? (string[])["dolor", "síntoma", "medicina", "brote", "fatiga", "cansancio", "sueño", "enfermedad"]
                : ["pain", "symptom", "medicine", "flare", "fatigue", "sleep", "illness", "link", "disease"],
        ];
        foreach (var word in words)
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        Assert.All(document.Sections.SelectMany(s => s.Blocks).OfType<CourseBlock>(), c =>
        {
            Assert.Equal("course-function", c.Id);
            Assert.Empty(c.Flares);
        });
        Assert.Single(document.Sections.SelectMany(s => s.Blocks).OfType<CourseBlock>());
    }

    [Theory]
    [InlineData("family")]
    [InlineData("physiotherapist")]
    public async Task Who_is_given_no_medicines_reads_the_name_of_none(string audience)
    {
        var text = ReportText.Of(await WriteAsync(audience, "en", "medicines"));
        foreach (var name in ReportJournal.Treatments.Append("dry mouth"))
            Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_person_reads_every_treatment_of_the_time_with_how_often_it_was_taken()
    {
        var text = ReportText.Of(await WriteAsync("self", "en"));
        foreach (var name in ReportJournal.Treatments)
            Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains("on 16 of 20 days with an answer", text, StringComparison.Ordinal); // four were left out
        Assert.Contains("dry mouth", text, StringComparison.Ordinal);
        Assert.Contains("drowsy", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_reads_of_the_time_since_the_last_visit()
    {
        var document = await WriteAsync("doctor", "en");
        var text = ReportText.Of(document);
        Assert.Contains("Since the visit noted: 13 Sep 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lyrica, ", text, StringComparison.Ordinal); // it ended before: only the long view has it
        Assert.Contains("Cymbalta", text, StringComparison.Ordinal);
        Assert.Contains("Work lost; less is better | none noted | 12 hours", text, StringComparison.Ordinal);
        Assert.Contains("Ferritin: 9 µg/L, below the range", text, StringComparison.Ordinal);
        Assert.DoesNotContain("After an infection", text, StringComparison.Ordinal); // the story only if asked for
        Assert.Contains(
            "After an infection",
            ReportText.Of(await WriteAsync("doctor", "en", "history")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_person_leaves_out_is_nowhere()
    {
        var all = ReportText.Of(await WriteAsync("doctor", "en"));
        Assert.Contains("Migraine", all, StringComparison.Ordinal);
        Assert.Contains("Penicillin (rash)", all, StringComparison.Ordinal);
        var document = ReportWriter.Write(
            Shelf.Reports,
            new Words(Shelf.Content),
            await Source.Value,
            "doctor",
            [],
            ["name", "diagnoses", "allergies", "medicines", "check", "laboratory"]
        );
        var text = ReportText.Of(document);
        foreach (var word in (string[])["Migraine", "Penicillin", "Cymbalta", "Tai chi", "Ferritin", "Ana\n"])
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(document.Sections.Count + 3, (await WriteAsync("doctor", "en")).Sections.Count);
    }

    [Fact]
    public async Task Mood_is_told_to_others_only_when_it_was_asked_for_in_this_report()
    {
        var phq = new Words(Shelf.Content)["instrument.phq-9.name"];
        Assert.DoesNotContain(phq, ReportText.Of(await WriteAsync("doctor", "en")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            phq,
            ReportText.Of(await WriteAsync("pharmacist", "en", "private")),
            StringComparison.Ordinal
        );
        Assert.Contains(phq, ReportText.Of(await WriteAsync("doctor", "en", "private")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Given))]
    public async Task What_links_are_worth_is_said_where_links_are_told(
        string audience,
        string sections,
        string mayHave
    )
    {
        var told = ReportText.Of(await WriteAsync(audience, "en"));
        Assert.Equal(
            sections.Contains("findings", StringComparison.Ordinal),
            told.Contains("They do not prove a cause", StringComparison.Ordinal)
        );
        Assert.NotNull(mayHave);
    }

    [Fact]
    public async Task Nobody_reads_a_note()
    {
        foreach (var audience in ReportWriter.Audiences(Shelf.Content))
            Assert.DoesNotContain(
                "private note",
                ReportText.Of(await WriteAsync(audience, "en", "history")),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task An_audience_that_there_is_not_is_refused()
    {
        var source = await Source.Value;
        Assert.Throws<ArgumentException>(() =>
            ReportWriter.Write(Shelf.Reports, new Words(Shelf.Content), source, "neighbour")
        );
        Assert.Empty(ReportWriter.MayHave(Shelf.Content, "neighbour"));
        Assert.Equal(Today, source.MadeOn);
    }

    private static async Task<ReportDocument> WriteAsync(string audience, string language, params string[] also) =>
        ReportWriter.Write(Shelf.Reports, new Words(Shelf.Content, language), await Source.Value, audience, also);
}
