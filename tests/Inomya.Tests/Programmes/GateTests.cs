using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using NodaTime.Testing;

namespace Inomya.Tests.Programmes;

/// <summary>What is asked before a part begins: not answered is never safe, and each gate closes and opens.</summary>
public class GateTests
{
    private static readonly Gates Rules = Gates.Read(ContentCheck.Content);

    public static TheoryData<string, string> PartsAndGates =>
        [.. Rules.Parts.SelectMany(p => Rules.Of(p.Id).Select(g => (p.Id, g.Id)))];

    public static TheoryData<string, string> ConditionsAndGates =>
        [
            .. Rules.All.SelectMany(g =>
                g.Conditions.Select(c => Shelf.Catalogue.Find(c)!.Names.First())
                    .Concat(g.Words)
                    .Select(named => (named, g.Id))
            ),
        ];

    public static TheoryData<string> Ids => [.. Rules.All.Select(g => g.Id)];

    private static GateBook BookOf(Journal journal) => new(journal, Rules, Shelf.Catalogue);

    private static Dictionary<string, bool> AllNo(string part) => Rules.Of(part).ToDictionary(g => g.Id, _ => false);

    /// <summary>A part that the gate closes, or else one that it warns before.</summary>
    private static string PartOf(Gate gate) => gate.Closes.Concat(gate.Cautions).First();

    private static GateStanding YesMeans(Gate gate, string part) =>
        gate.Closes.Contains(part) ? GateStanding.Closed : GateStanding.Caution;

    private static async Task<GateStanding> StandingAsync(Journal journal, string part, string gate) =>
        (await BookOf(journal).ForAsync(part)).States.Single(s => s.Gate.Id == gate).Standing;

    [Fact]
    public async Task The_gates_keep_to_their_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("programme-gates.schema.json", "programmes/gates.yaml"));

    [Fact]
    public void The_gates_of_the_plan_are_there() =>
        Assert.Empty(
            "pregnancy bipolar epilepsy parasomnia sleep-apnoea psychosis suicidal-thoughts driving-or-machines sleepiness shift-work falls post-exertional-malaise heart infection surgery-or-osteoporosis hypermobility eating-disorder underweight breastfeeding diabetes-medicines childhood anaphylaxis kidney-disease weight-loss coeliac-test trauma low-mood"
                .Split(' ')
                .Except(Rules.All.Select(g => g.Id))
        );

    [Theory, MemberData(nameof(Ids))]
    public void A_gate_asks_of_some_part_and_has_its_words(string id)
    {
        var gate = Rules.Find(id)!;
        Assert.NotEmpty(gate.Closes.Concat(gate.Cautions));
        Assert.Empty(gate.Closes.Intersect(gate.Cautions));
        foreach (var words in Words.Languages(ContentCheck.Content).Select(l => new Words(ContentCheck.Content, l)))
        {
            Assert.EndsWith("?", words[$"gate.{id}.ask"]);
            Assert.All(new[] { "why", "instead" }, key => Assert.True(words.Has($"gate.{id}.{key}")));
            Assert.All(gate.Signals, s => Assert.True(words.Has($"gate.signal.{s}")));
        }
        Assert.Equal(gate.Verified, Rules.Sources[gate.Source].Verified);
        Assert.All(gate.Conditions, c => Assert.NotNull(Shelf.Catalogue.Find(c)));
    }

    [Theory, MemberData(nameof(PartsAndGates))]
    public async Task A_gate_that_is_not_answered_closes_a_no_opens_a_yes_closes_or_warns(string part, string id)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var book = BookOf(journal);
        var others = AllNo(part);
        others.Remove(id);
        await book.AnswerAsync(others);
        var unanswered = await book.ForAsync(part);
        Assert.False(unanswered.IsOpen);
        Assert.Equal([id], unanswered.Unanswered.Select(s => s.Gate.Id));

        await book.AnswerAsync(new Dictionary<string, bool> { [id] = false });
        var no = await book.ForAsync(part);
        Assert.True(no.IsOpen);
        Assert.Empty(no.Cautions);

        await book.AnswerAsync(new Dictionary<string, bool> { [id] = true });
        var yes = await book.ForAsync(part);
        var closes = Rules.Find(id)!.Closes.Contains(part);
        Assert.Equal(!closes, yes.IsOpen);
        Assert.Equal([id], (closes ? yes.Closed : yes.Cautions).Select(s => s.Gate.Id));
        Assert.Equal(GateReason.Answer, yes.States.Single(s => s.Gate.Id == id).Reason);
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task An_answer_is_asked_again_after_its_days(string id)
    {
        var gate = Rules.Find(id)!;
        var part = PartOf(gate);
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool> { [id] = false });
        clock.AdvanceDays(gate.ValidDays - 1);
        Assert.Equal(GateStanding.Open, await StandingAsync(journal, part, id));
        clock.AdvanceDays(1);
        Assert.Equal(GateStanding.Unanswered, await StandingAsync(journal, part, id));
    }

    [Theory, MemberData(nameof(ConditionsAndGates))]
    public async Task A_condition_on_the_list_is_a_yes_whatever_was_answered_and_one_that_is_over_is_not(
        string named,
        string id
    )
    {
        var gate = Rules.Find(id)!;
        var part = PartOf(gate);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await BookOf(journal).AnswerAsync(AllNo(part));
        var over = new HistoryItem
        {
            Kind = HistoryKind.Condition,
            Text = named,
            Until = "2020",
        };
        await journal.RecordAsync(new Draft("history").Add(over));
        Assert.Equal(GateStanding.Open, await StandingAsync(journal, part, id));
        await journal.RecordAsync(
            new Draft("history").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = named })
        );
        Assert.Equal(YesMeans(gate, part), await StandingAsync(journal, part, id));
    }

    private static Response Answered(int daysAgo, string scores, Journal journal, string instrument = "phq-9") =>
        new()
        {
            Instrument = instrument,
            Version = "1.0.0",
            Day = journal.Today.PlusDays(-daysAgo),
            Completed = true,
            Json = "{}",
            Scores = scores,
            Source = "questionnaire",
        };

    private static async Task<GateState> WithAsync(string gate, params Func<Journal, Recorded>[] facts)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var part = PartOf(Rules.Find(gate)!);
        await BookOf(journal).AnswerAsync(AllNo(part));
        foreach (var fact in facts)
            await journal.RecordAsync(new Draft("questionnaire").Add(fact(journal)));
        return (await BookOf(journal).ForAsync(part)).States.Single(s => s.Gate.Id == gate);
    }

    [Theory]
    [InlineData("""{"PHQ-9":{"item9Positive":true}}""", GateStanding.Closed)]
    [InlineData("""{"PHQ-9":{"item9Positive":false}}""", GateStanding.Open)]
    [InlineData("""{"PHQ-9":{"item9Positive":null}}""", GateStanding.Open)]
    public async Task The_newest_PHQ_9_with_thoughts_of_death_closes(string scores, GateStanding standing)
    {
        var state = await WithAsync("suicidal-thoughts", j => Answered(3, scores, j));
        Assert.Equal(standing, state.Standing);
        Assert.Equal(standing == GateStanding.Closed ? "phq9-item9" : null, state.Signal);
    }

    [Theory]
    [InlineData(6, 11, GateStanding.Closed)]
    [InlineData(6, 10, GateStanding.Open)]
    [InlineData(11, 6, GateStanding.Open)]
    public async Task A_PHQ_9_that_went_up_by_five_closes(int before, int now, GateStanding standing) =>
        Assert.Equal(
            standing,
            (
                await WithAsync(
                    "low-mood",
                    j => Answered(30, $$$"""{"PHQ-9":{"total":{{{before}}}}}""", j),
                    j => Answered(15, $$$"""{"PHQ-9":{"total":{{{Math.Max(before, now)}}}}}""", j),
                    j => Answered(1, $$$"""{"PHQ-9":{"total":{{{now}}}}}""", j)
                )
            ).Standing
        );

    [Fact]
    public async Task A_PHQ_9_of_long_ago_is_no_measure_of_a_rise() =>
        Assert.Equal(
            GateStanding.Open,
            (
                await WithAsync(
                    "low-mood",
                    j => Answered(200, """{"PHQ-9":{"total":2}}""", j),
                    j => Answered(1, """{"PHQ-9":{"total":20}}""", j)
                )
            ).Standing
        );

    [Fact]
    public async Task A_newer_PHQ_9_without_them_opens_again() =>
        Assert.Equal(
            GateStanding.Open,
            (
                await WithAsync(
                    "suicidal-thoughts",
                    j => Answered(20, """{"PHQ-9":{"item9Positive":true}}""", j),
                    j => Answered(2, """{"PHQ-9":{"item9Positive":false}}""", j)
                )
            ).Standing
        );

    [Theory]
    [InlineData(
        "suicidal-thoughts",
        "phq-9",
        """{"PHQ-9":{"item9Positive":true}}""",
        """{"PHQ-9":{"item9Positive":null}}"""
    )]
    [InlineData("sleepiness", "epworth", """{"epworth":{"total":14}}""", """{"epworth":{"total":null}}""")]
    [InlineData("sleepiness", "epworth", """{"epworth":{"total":14}}""", "{}")]
    public async Task A_newer_answer_that_leaves_it_open_does_not_open_what_one_before_closed(
        string gate,
        string instrument,
        string told,
        string open
    ) =>
        Assert.Equal(
            GateStanding.Closed,
            (
                await WithAsync(gate, j => Answered(20, told, j, instrument), j => Answered(2, open, j, instrument))
            ).Standing
        );

    [Fact]
    public async Task Thoughts_of_death_dated_on_a_day_to_come_count_as_today_and_a_newer_no_opens_again()
    {
        var ahead = await WithAsync(
            "suicidal-thoughts",
            j => Answered(10, """{"PHQ-9":{"item9Positive":false}}""", j),
            j => Answered(-3, """{"PHQ-9":{"item9Positive":true}}""", j)
        );
        Assert.Equal((GateStanding.Closed, "phq9-item9"), (ahead.Standing, ahead.Signal));
        var since = await WithAsync(
            "suicidal-thoughts",
            j => Answered(-3, """{"PHQ-9":{"item9Positive":true}}""", j),
            j => Answered(0, """{"PHQ-9":{"item9Positive":false}}""", j)
        );
        Assert.Equal(GateStanding.Open, since.Standing);
        // a no of a day to come opens nothing
        var no = await WithAsync(
            "suicidal-thoughts",
            j => Answered(10, """{"PHQ-9":{"item9Positive":true}}""", j),
            j => Answered(-3, """{"PHQ-9":{"item9Positive":false}}""", j)
        );
        Assert.Equal(GateStanding.Closed, no.Standing);
    }

    [Fact]
    public async Task What_answers_the_gates_is_read_once_for_each_state_of_the_journal_and_each_day()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        Task<GateEvidence> ReadAsync() =>
            GateEvidence.ReadAsync(journal, Shelf.Catalogue, TestContext.Current.CancellationToken);
        var first = await ReadAsync();
        Assert.Same(first, await ReadAsync());
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool> { ["heart"] = true });
        var second = await ReadAsync();
        Assert.NotSame(first, second);
        Assert.Same(second, await ReadAsync());
        clock.AdvanceDays(1);
        Assert.NotSame(second, await ReadAsync());
    }

    [Theory]
    [InlineData(11, GateStanding.Closed)]
    [InlineData(10, GateStanding.Open)]
    public async Task Sleepiness_above_ten_closes(int total, GateStanding standing) =>
        Assert.Equal(
            standing,
            (
                await WithAsync("sleepiness", j =>
                    Answered(1, $$$"""{"epworth":{"total":{{{total}}}}}""", j, instrument: "epworth")
                )
            ).Standing
        );

    [Theory]
    [InlineData(1, GateStanding.Closed)]
    [InlineData(0, GateStanding.Open)]
    public async Task Crashes_by_the_DSQ_PEM_close(int items, GateStanding standing) =>
        Assert.Equal(
            standing,
            (
                await WithAsync("post-exertional-malaise", j =>
                    Answered(1, $$$"""{"DSQ-PEM-step1":{"itemsMeeting2_2":{{{items}}}}}""", j, instrument: "dsq-pem")
                )
            ).Standing
        );

    [Theory]
    [InlineData(MarkKind.LookAlike, "me-cfs", "known", GateStanding.Closed)]
    [InlineData(MarkKind.LookAlike, "me-cfs", "ruled-out", GateStanding.Open)]
    [InlineData(MarkKind.Sign, "crash-after-effort", "yes", GateStanding.Closed)]
    [InlineData(MarkKind.Sign, "crash-after-effort", "no", GateStanding.Open)]
    public async Task Crashes_told_of_elsewhere_in_the_app_close(
        MarkKind kind,
        string subject,
        string answer,
        GateStanding standing
    ) => Assert.Equal(standing, (await WithAsync("post-exertional-malaise", j => new Mark
                {
                    Id = Mark.IdOf(kind, subject),
                    Kind = kind,
                    Subject = subject,
                    Answer = answer,
                    Day = j.Today,
                })).Standing);

    [Theory]
    [InlineData(2010, false)]
    [InlineData(1980, true)]
    public async Task Someone_under_age_by_their_year_of_birth_is_told_so(int born, bool open)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = born });
        journal = await journal.Store.OfAsync(journal.Person.Id);
        await BookOf(journal).AnswerAsync(AllNo("sleep.window"));
        Assert.Equal(open, (await BookOf(journal).ForAsync("sleep.window")).IsOpen);
    }

    [Fact]
    public async Task Gates_that_a_programme_asks_besides_close_it()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var book = BookOf(journal);
        await book.AnswerAsync(AllNo("skills"));
        Assert.False((await book.ForAsync("skills", ["heart"])).IsOpen);
        await book.AnswerAsync(new Dictionary<string, bool> { ["heart"] = true });
        Assert.Equal(["heart"], (await book.ForAsync("skills", ["heart"])).Closed.Select(s => s.Gate.Id));
    }

    [Fact]
    public async Task A_yes_to_a_gate_of_a_step_closes_the_step_also_where_the_part_only_warns()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var book = BookOf(journal);
        var programmes = ProgrammeWorld.Shelf.In("en");
        foreach (var (programme, step) in programmes.SelectMany(p => p.Steps.Select(s => (p, s))))
        foreach (var gate in step.Gates)
        {
            await book.AnswerAsync(Rules.All.ToDictionary(g => g.Id, g => g.Id == gate));
            var gates = await book.ForStepAsync(programme.Of.Kind, programme.Of.Gates, step.Gates);
            Assert.Contains(gate, gates.Closed.Select(s => s.Gate.Id));
            Assert.False(gates.Before(step, isUnderway: false).IsOpen, $"{step.File} {gate}");
        }
    }

    [Fact]
    public async Task Whoever_only_reads_is_asked_what_the_step_asks_and_a_yes_to_the_programme_closes_it()
    {
        var book = BookOf(await Storage.NewJournalAsync(Storage.Sqlite));
        var skills = ProgrammeWorld.Shelf.Find("en", "skills")!;
        var (plain, scan) = (skills.Steps.First(s => s.Gates.Count == 0), skills.Find("body-scan")!);
        async Task<bool> IsOpenAsync(ProgrammeStep step, bool isUnderway) =>
            (await book.ForStepAsync("skills", skills.Of.Gates, step.Gates)).Before(step, isUnderway).IsOpen;

        Assert.True(await IsOpenAsync(plain, isUnderway: false));
        Assert.False(await IsOpenAsync(plain, isUnderway: true));
        Assert.False(await IsOpenAsync(scan, isUnderway: false));
        await book.AnswerAsync(AllNo("skills"));
        Assert.True(await IsOpenAsync(plain, isUnderway: true));
        await book.AnswerAsync(new Dictionary<string, bool> { ["suicidal-thoughts"] = true });
        Assert.False(await IsOpenAsync(plain, isUnderway: false));
        Assert.True((await book.ForAsync("skills")).IsCrisis);
    }

    [Fact]
    public async Task A_part_that_nobody_guards_is_never_open_by_a_slip() =>
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await BookOf(await Storage.NewJournalAsync(Storage.Sqlite)).ForAsync("sleep.windw")
        );

    [Fact]
    public async Task An_answer_that_waited_on_a_device_does_not_undo_a_later_one()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var book = BookOf(journal);
        await book.AnswerAsync(new Dictionary<string, bool> { ["heart"] = true });
        Assert.Null(
            await book.AnswerAsync(new Dictionary<string, bool> { ["heart"] = false }, day: journal.Today.PlusDays(-3))
        );
        Assert.Equal(GateStanding.Closed, await StandingAsync(journal, "movement", "heart"));
    }

    [Fact]
    public async Task With_the_clock_set_back_a_month_an_answer_still_counts()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool> { ["heart"] = false });
        clock.AdvanceDays(-31);
        Assert.Equal(GateStanding.Open, await StandingAsync(journal, "movement", "heart"));
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool> { ["heart"] = true });
        Assert.Equal(GateStanding.Closed, await StandingAsync(journal, "movement", "heart"));
    }
}
