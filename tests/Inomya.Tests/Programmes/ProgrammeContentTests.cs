using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Guide;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Programmes;

/// <summary>The programmes themselves: each check finds a fault that is planted, and finds none in what is shipped.</summary>
public sealed class ProgrammeContentTests
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
    private static readonly HashSet<string> Tools = [.. new GuideShelf(ContentCheck.Content).Tools.Keys];
    private static readonly Words[] AllWords =
    [
        .. Words.Languages(ContentCheck.Content).Select(l => new Words(ContentCheck.Content, l)),
    ];

    public static TheoryData<string> Programmes => [.. ContentCheck.Content.Files("programmes", "programme.yaml")];

    public static TheoryData<string> Steps => [.. ContentCheck.Content.Files("programmes", "*.md")];

    [Theory, MemberData(nameof(Programmes))]
    public async Task A_programme_keeps_to_its_schema(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync("programme.schema.json", file));

    [Theory, MemberData(nameof(Steps))]
    public async Task A_step_keeps_to_its_schema(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync("programme-step.schema.json", file));

    [Theory]
    [
        InlineData("programme-rules.schema.json", "programmes/rules.yaml"),
        InlineData("programme-never-say.schema.json", "programmes/never-say.yaml"),
        InlineData("programme-worksheets.schema.json", "programmes/worksheets.yaml")
    ]
    public async Task The_rules_keep_to_their_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync(schema, file));

    [Fact]
    public void Nothing_is_wrong_with_what_is_shipped() =>
        Assert.Empty(ProgrammeCheck.Problems(ContentCheck.Content, Tools, Today));

    [Fact]
    public void Every_tool_that_a_step_names_has_its_word()
    {
        var tools = new ProgrammeShelf(ContentCheck.Content)
            .In("en")
            .SelectMany(p => p.Steps.SelectMany(s => s.Tools).Concat(p.Of.Tools))
            .Distinct();
        Assert.DoesNotContain(tools, t => AllWords.Any(w => !w.Has($"guide.tool.{t}")));
    }

    [Fact]
    public void Skills_has_a_core_of_five_and_42_steps_in_eight_chapters_of_eight_weeks_and_four()
    {
        var skills = new ProgrammeShelf(ContentCheck.Content).Find("en", "skills")!;
        Assert.Equal(5, skills.Steps.Count(s => s.Road == StepRoad.Core));
        Assert.True(skills.Steps.Count >= 42, $"{skills.Steps.Count}");
        Assert.Equal(8, skills.Of.Chapters.Count);
        Assert.Equal((8, 4), (skills.Of.Weeks.Main, skills.Of.Weeks.Upkeep));
        Assert.Equal([4, 12, 26], skills.Of.Boosters);
        Assert.Equal(3, skills.Boosters.Count);
    }

    /// <summary>A programme with one step, and what is changed in it.</summary>
    private static ContentFolder Planted(string find, string put, string language = "en", string? more = null)
    {
        var root = Directory.CreateTempSubdirectory("inomya-programmes-").FullName;
        foreach (var file in new[] { "gates.yaml", "never-say.yaml" })
            Write($"programmes/{file}", File.ReadAllText(Path.Combine(ContentCheck.Content.Path, "programmes", file)));
        foreach (var l in new[] { "en", "es" })
        {
            Write($"locales/{l}/shell.json", """{"a.b": "c"}""");
            var whole = One(l);
            var changed = l == language ? Regex.Replace(whole, find, put, RegexOptions.Singleline) : whole;
            Assert.True(l != language || find.Length == 0 || changed != whole, "the fault is planted");
            Write($"programmes/tiny/{l}/one.md", changed);
        }
        Write("programmes/tiny/programme.yaml", Tiny);
        if (more is not null)
            foreach (var l in new[] { "en", "es" })
                Write(
                    $"programmes/tiny/{l}/two.md",
                    One(l)
                        .Replace("id: one", "id: two")
                        .Replace("order: 10", "order: 20")
                        .Replace("opens-after: null", $"opens-after: {more}")
                );
        return new ContentFolder(root);

        void Write(string file, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.WriteAllText(Path.Combine(root, file), text);
        }
    }

    private const string Tiny = """
        id: tiny
        version: 1
        kind: skills
        title: { en: "Tiny", es: "Pequeño" }
        summary: { en: "A programme.", es: "Un programa." }
        weeks: { main: 1, upkeep: 0 }
        boosters: []
        start: { drawn-days: [7, 21] }
        judged-at-weeks: [12]
        outcome: pain
        gates: []
        tools: [checkin]
        licence: ours
        reviewed: { by: null, on: null, expires: null }
        evidence: { grade: low, text: { en: "It is new.", es: "Es nuevo." }, sources: [{ text: "A rule of ours", verified: rule }] }
        chapters: [{ id: first, week: 1, title: { en: "First", es: "Primero" } }]
        sources: [{ text: "A rule of ours", verified: rule }]
        """;

    private static string One(string language)
    {
        var tryIt = language == "en" ? "Try it" : "Pruébalo";
        var line =
            language == "en"
                ? "We walk a bit and then we rest in the sun. "
                : "Andamos un poco y luego paramos al sol. ";
        return $"""
            ---
            id: one
            version: 1
            title: "One step"
            summary: "A line for the lists."
            kind: lesson
            chapter: first
            order: 10
            road: core
            minutes: {"{ usual: 10, short: 2 }"}
            opens-after: null
            gates: []
            tools: [checkin]
            grade: low
            licence: ours
            reviewed: {"{ by: null, on: null, expires: null }"}
            sources:
              - {"{ text: \"A rule of ours, not evidence\", verified: rule }"}
            ---
            ::: short
            {string.Concat(Enumerable.Repeat(line, 7))}
            :::

            {string.Concat(Enumerable.Repeat(line, 30))}

            ## {tryIt}
            {line}

            ::: listen
            {string.Concat(Enumerable.Repeat(line, 12))}
            [pause 5]
            {line}
            :::
            """.ReplaceLineEndings("\n");
    }

    private static IReadOnlyList<string> ProblemsIn(ContentFolder content) =>
        ProgrammeCheck.Problems(content, Tools, new LocalDate(2026, 11, 22));

    [Fact]
    public void A_sound_step_has_nothing_wrong() => Assert.Empty(ProblemsIn(Planted("", "")));

    [Theory]
    [InlineData("verified: rule", "verified: memory", "no source")]
    [InlineData(
        "We walk a bit and then we rest in the sun\\.",
        "Notwithstanding considerable individual variability, multidisciplinary rehabilitation necessitates proportionate physiological adaptation.",
        "reading grade"
    )]
    [InlineData("## Try it", "## More", "does not end with")]
    [InlineData("(::: short\n)(.{60}).*?\n:::", "$1$2\n:::", "the short form has")]
    [InlineData("(::: listen\n)(.{60}).*?\n:::", "$1$2\n:::", "the listen form has")]
    [InlineData("\n## Try it", "\n\n" + Long + "\n\n## Try it", "the usual form has")]
    [InlineData("tools: \\[checkin\\]", "tools: [checkin, no-such]", "'no-such' is no tool")]
    [InlineData("gates: \\[\\]", "gates: [no-such]", "'no-such' is no gate")]
    [InlineData(
        "by: null, on: null, expires: null",
        "by: Dr Vega, on: null, expires: null",
        "does not say on which day"
    )]
    [InlineData(
        "by: null, on: null, expires: null",
        "by: Dr Vega, on: 2024-01-01, expires: 2025-01-01",
        "expired on 2025-01-01"
    )]
    [InlineData(
        "by: null, on: null, expires: null",
        "by: Dr Vega, on: 2026-01-01, expires: 2029-01-01",
        "more than 24 months"
    )]
    [InlineData("chapter: first", "chapter: last", "which is not there")]
    [InlineData("in the sun\\. \n", "in the sun. You have fibromyalgia. \n", "(diagnosis)")]
    [InlineData("in the sun\\. \n", "in the sun. Stop taking your tablets. \n", "(medicine)")]
    [InlineData("in the sun\\. \n", "in the sun. Halve the dose. \n", "(medicine)")]
    [InlineData("in the sun\\. \n", "in the sun. It is all in your head. \n", "(blame)")]
    [InlineData("in the sun\\. \n", "in the sun. This will cure you. \n", "(promise)")]
    [InlineData("in the sun\\. \n", "in the sun. Keep your streak. \n", "(streak)")]
    public void A_planted_fault_is_found(string find, string put, string why) =>
        Assert.Contains(ProblemsIn(Planted(find, put)), p => p.Contains(why, StringComparison.Ordinal));

    private const string Long =
        "We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun. We walk a bit and then we rest in the sun.";

    [Theory]
    [InlineData("en", "diagnosis", "You have fibromyalgia.")]
    [InlineData("en", "diagnosis", "You’ve got chronic fatigue.")]
    [InlineData("en", "diagnosis", "You have a severe depression.")]
    [InlineData("en", "diagnosis", "You are suffering from insomnia.")]
    [InlineData("en", "diagnosis", "You’re depressed.")]
    [InlineData("en", "diagnosis", "Your PTSD needs care.")]
    [InlineData("en", "medicine", "Stop taking your tablets.")]
    [InlineData("en", "medicine", "Stop your pain medicine.")]
    [InlineData("en", "medicine", "Halve the dose.")]
    [InlineData("en", "medicine", "Come off amitriptyline.")]
    [InlineData("en", "medicine", "Cut down on your sleeping pills.")]
    [InlineData("en", "medicine", "Skip a dose.")]
    [InlineData("en", "medicine", "Take fewer pills.")]
    [InlineData("en", "medicine", "Take an extra tablet.")]
    [InlineData("en", "medicine", "Don’t take your medicine.")]
    [InlineData("en", "medicine", "Do not change your dose.")]
    [InlineData("en", "medicine", "Leave out your evening dose.")]
    [InlineData("en", "blame", "It is all in your head.")]
    [InlineData("en", "blame", "It is your own fault.")]
    [InlineData("en", "blame", "You should have rested.")]
    [InlineData("en", "blame", "You failed.")]
    [InlineData("en", "blame", "You are just lazy.")]
    [InlineData("en", "blame", "No excuses.")]
    [InlineData("en", "promise", "This will cure you.")]
    [InlineData("en", "promise", "It can take your pain away.")]
    [InlineData("en", "promise", "Your pain will go away.")]
    [InlineData("en", "promise", "Pain-free in a week.")]
    [InlineData("en", "promise", "We guarantee it.")]
    [InlineData("en", "promise", "You will get better.")]
    [InlineData("en", "streak", "Keep your streak.")]
    [InlineData("en", "streak", "Ten days in a row without missing.")]
    [InlineData("en", "streak", "Don’t break the chain.")]
    [InlineData("es", "diagnosis", "Tienes fibromialgia.")]
    [InlineData("es", "diagnosis", "Sufres de insomnio.")]
    [InlineData("es", "diagnosis", "Tienes una depresión.")]
    [InlineData("es", "diagnosis", "Estás deprimida.")]
    [InlineData("es", "diagnosis", "Eres insomne.")]
    [InlineData("es", "diagnosis", "Tu fibromialgia manda.")]
    [InlineData("es", "medicine", "Deja de tomar tus pastillas.")]
    [InlineData("es", "medicine", "Deja tu medicina para el dolor.")]
    [InlineData("es", "medicine", "Reduce la dosis.")]
    [InlineData("es", "medicine", "Suspende la amitriptilina.")]
    [InlineData("es", "medicine", "Deja la dosis de la noche.")]
    [InlineData("es", "medicine", "Salta una dosis.")]
    [InlineData("es", "medicine", "Toma menos pastillas.")]
    [InlineData("es", "medicine", "Toma otra pastilla.")]
    [InlineData("es", "medicine", "No tomes tu medicación.")]
    [InlineData("es", "medicine", "No cambies tu dosis.")]
    [InlineData("es", "medicine", "Sube la dosis de noche.")]
    [InlineData("es", "blame", "Todo está en tu cabeza.")]
    [InlineData("es", "blame", "Es culpa tuya.")]
    [InlineData("es", "blame", "Deberías haber descansado.")]
    [InlineData("es", "blame", "Has fracasado.")]
    [InlineData("es", "blame", "Eres vago.")]
    [InlineData("es", "blame", "Sin excusas.")]
    [InlineData("es", "promise", "Esto te va a curar.")]
    [InlineData("es", "promise", "Quitará tu dolor.")]
    [InlineData("es", "promise", "Tu dolor desaparecerá.")]
    [InlineData("es", "promise", "Sin dolor en una semana.")]
    [InlineData("es", "promise", "Garantizamos que sí.")]
    [InlineData("es", "promise", "Te sentirás mejor.")]
    [InlineData("es", "streak", "Mantén la racha.")]
    [InlineData("es", "streak", "Diez días seguidos sin fallar.")]
    [InlineData("es", "streak", "No rompas la cadena.")]
    public void What_no_step_says_is_caught_in_both_languages(string language, string promise, string said)
    {
        var found = new NeverSay(ContentCheck.Content).FoundIn($"We walk a bit. {said} Then we rest.", language);
        Assert.Contains(promise, found.Select(f => f.Promise));
    }

    [Theory]
    [InlineData("en", "It is not your fault. That isn’t your fault. Talk with whoever prescribes it. Raise your arms.")]
    [InlineData(
        "es",
        "No es culpa tuya. Nunca es tu culpa. No has fallado. En una mala racha, descansa. Baja el ritmo."
    )]
    public void What_a_step_may_say_is_let_through(string language, string said) =>
        Assert.Empty(new NeverSay(ContentCheck.Content).FoundIn(said, language));

    [Fact]
    public void What_no_step_says_the_programme_itself_does_not_say_either()
    {
        var folder = Planted("", "");
        var file = Path.Combine(folder.Path, "programmes/tiny/programme.yaml");
        var text = File.ReadAllText(file);
        var summary = System.Text.RegularExpressions.Regex.Match(text, "summary: .*").Value;
        File.WriteAllText(
            file,
            text.Replace(
                summary,
                "summary: { en: \"This will cure you.\", es: \"Te curará.\" }",
                StringComparison.Ordinal
            )
        );
        var problems = ProblemsIn(new ContentFolder(folder.Path));
        Assert.Equal(2, problems.Count(p => p.Contains("(promise)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_planted_fault_is_found_in_Spanish() =>
        Assert.Contains(ProblemsIn(Planted("al sol\\. \n", "al sol. Reduce la dosis. \n", "es")), p =>
            p.Contains("(medicine)", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("nowhere", "opens after nowhere, which is not there")]
    [InlineData("two", "opens after itself")]
    [InlineData("null", "")]
    [InlineData("one", "")]
    public void The_chain_has_no_hole_and_no_circle(string opensAfter, string why)
    {
        var problems = ProblemsIn(Planted("", "", more: opensAfter));
        if (why.Length == 0)
            Assert.Empty(problems);
        else
            Assert.Contains(problems, p => p.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_one_language_lacks_is_found()
    {
        var folder = Planted("", "", more: "one");
        File.Delete(Path.Combine(folder.Path, "programmes/tiny/es/two.md"));
        Assert.Contains(ProblemsIn(new ContentFolder(folder.Path)), p =>
            p.Contains("not there in 'es'", StringComparison.Ordinal)
        );
        Assert.Equal(
            "en",
            new ProgrammeShelf(new ContentFolder(folder.Path)).Find("es", "tiny")!.Find("two")!.Language
        );
    }

    [Fact]
    public void A_step_that_English_lacks_is_found()
    {
        var folder = Planted("", "", more: "one");
        File.Delete(Path.Combine(folder.Path, "programmes/tiny/en/two.md"));
        Assert.Contains(ProblemsIn(new ContentFolder(folder.Path)), p =>
            p.Contains("no such step in English", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Another_version_in_one_language_is_found() =>
        Assert.Contains(ProblemsIn(Planted("version: 1", "version: 2", "es")), p =>
            p.Contains("not as in English", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("\\[We", "[We", "")]
    [InlineData("in the sun\\. \n", "in the [sun](http://evil.example). \n", "may not be linked")]
    [InlineData("in the sun\\. \n", "in the ![sun](/sun.png). \n", "may not be linked")]
    [InlineData("::: listen.*", "", "it has no '::: listen'")]
    [InlineData("\n:::\n\nWe", "\n\nWe", "is not closed")]
    [InlineData("\\[pause 5\\]", "[pause long]", "no silence in seconds")]
    [InlineData("road: core", "road: high", "is no road")]
    [InlineData("id: one", "id: other", "its id is 'other'")]
    [InlineData("::: short", "::: tiny", "is no form of a step")]
    public void What_cannot_be_read_at_all_is_refused_with_the_file_named(string find, string put, string why)
    {
        if (why.Length == 0)
            return;
        var error = Assert.Throws<ContentException>(() => new ProgrammeShelf(Planted(find, put)).In("en"));
        Assert.Equal("programmes/tiny/en/one.md", error.File);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_HTML_in_a_step_is_shown_as_text_and_never_runs() =>
        Assert.DoesNotContain(
            "<script",
            new ProgrammeShelf(Planted("in the sun\\. \n", "in the <script>alert(1)</script> sun. \n"))
                .In("en")[0]
                .Steps[0]
                .Html,
            StringComparison.Ordinal
        );

    [Fact]
    public void Silences_stand_after_what_was_said()
    {
        var listen = new ProgrammeShelf(Planted("", "")).In("en")[0].Steps[0].Listen;
        Assert.Equal([5, 0], listen.Select(p => p.PauseSeconds));
        Assert.All(listen, p => Assert.DoesNotContain("[pause", p.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2028-01-01", true)]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-21", false)]
    [InlineData(null, false)]
    public void A_review_holds_up_to_its_last_day(string? expires, bool holds) =>
        Assert.Equal(
            holds,
            new Review
            {
                By = "Dr Vega",
                On = "2026-01-01",
                Expires = expires,
            }.HoldsOn(new LocalDate(2026, 11, 22))
        );

    [Fact]
    public void The_report_counts_each_programme_in_each_language()
    {
        var lines = ContentReport.Of(ContentCheck.Content, Today);
        Assert.Equal(
            lines.Where(l => l.Language == "en").Select(l => (l.Programme, l.Steps)),
            lines.Where(l => l.Language == "es").Select(l => (l.Programme, l.Steps))
        );
        var skills = lines.First(l => l is { Programme: "skills", Language: "en" });
        Assert.True(skills is { Words: > 10_000, Grade: < 7, HardestGrade: < 7, Sources: > 10, Core: 5 }, $"{skills}");
    }
}
