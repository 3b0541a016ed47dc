using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Web.Tests.Support;
using NodaTime;

namespace Inomya.Web.Tests;

/// <summary>Over ten made journals no page says what another, or the journal itself, denies.</summary>
public partial class ContradictionTests
{
    private static readonly string[] Pages = ["/", "/findings", "/scores", "/report", "/report?for=self", "/flares"];

    /// <summary>Level of pain by day, of so many days, with what is besides.</summary>
    private sealed record Shape(int Days, Func<int, double> Level)
    {
        public int Seed { get; init; } = 1;

        /// <summary>Share of days with a record.</summary>
        public double Recorded { get; init; } = 0.93;

        /// <summary>The worst days are ticked and not rated.</summary>
        public bool Ticks { get; init; }

        public int[] Peg { get; init; } = [];
        public int Flares { get; init; }
        public string Outcome { get; init; } = "pain";
    }

    private static readonly Dictionary<string, Shape> Shapes = new()
    {
        ["falls along a line"] = new(400, t => 7 - (3.5 * t / 400)) { Peg = [8, 4], Flares = 2 },
        ["rises along a line"] = new(400, t => 3 + (3.5 * t / 400)) { Peg = [3, 7], Seed = 2 },
        ["stays as it is"] = new(500, _ => 5) { Peg = [5, 5], Seed = 3 },
        ["falls at once and stays"] = new(300, t => t < 150 ? 6.5 : 4) { Flares = 3, Seed = 4 },
        ["falls and comes back"] = new(360, t => t is > 120 and < 220 ? 3.5 : 6) { Seed = 5 },
        ["rises only at the end"] = new(400, t => t < 320 ? 4 : 6) { Peg = [4, 6], Seed = 6 },
        ["worst days are ticked"] = new(300, t => 6 - (2.0 * t / 300)) { Ticks = true, Seed = 7 },
        ["is short"] = new(20, _ => 5) { Seed = 8 },
        ["has many gaps"] = new(500, t => 6.5 - (2.5 * t / 500))
        {
            Recorded = 0.35,
            Flares = 1,
            Seed = 9,
        },
        ["is about function"] = new(400, t => 7 - (3.0 * t / 400))
        {
            Outcome = "function",
            Peg = [7, 3],
            Seed = 10,
        },
    };

    public static TheoryData<string> Journals => [.. Shapes.Keys];

    [Theory, MemberData(nameof(Journals))]
    public async Task No_page_denies_another_or_the_journal(string journal)
    {
        var shape = Shapes[journal];
        var made = await MakeAsync(shape);
        await using var site = await Site.OfAsync(made.Journal);
        foreach (var language in new[] { "en", "es" })
        {
            var words = new Words(new ContentFolder(), language);
            var said = new Dictionary<string, string>();
            foreach (var page in Pages)
                said[page] = await TextAsync(site, page, language);
            var all = string.Join('\n', said.Values);
            CountsAgree(words, all, made);
            TheTrendIsNotDenied(words, all, made);
            StayedOnlyIfItDid(words, all, made);
            TheGoodWayIsNamed(words, said, made);
            FlaresAgree(words, said, made);
        }
    }

    /// <summary>A reader with a minute finds these on the doctor's page, whatever the journal is like.</summary>
    [Theory, MemberData(nameof(Journals))]
    public async Task The_doctor_finds_eight_facts_on_page_and_paper(string journal)
    {
        var made = await MakeAsync(Shapes[journal]);
        await AddBesidesAsync(made.Journal);
        await using var site = await Site.OfAsync(made.Journal);
        foreach (var language in new[] { "en", "es" })
        {
            var words = new Words(new ContentFolder(), language);
            foreach (var page in new[] { "/report", "/report/file.txt" })
            foreach (var (fact, pattern) in EightFacts(words))
                Assert.True(
                    Regex.IsMatch(await TextAsync(site, page, language), pattern),
                    $"{page} in {language} does not tell: {fact}"
                );
        }
    }

    private static async Task AddBesidesAsync(Journal journal)
    {
        var tea = new Treatment { Name = "Norpamine", Kind = TreatmentKind.Medicine };
        await journal.RecordAsync(
            new Draft("medicine")
                .Add(tea)
                .Add(
                    new Course
                    {
                        TreatmentId = tea.Id,
                        Start = journal.Today.PlusDays(-70),
                        Schedule = new() { FirstDose = 10, Unit = "mg" },
                    }
                )
                .Add(new Allergy { Name = "Penicillin" })
                .Add(
                    new LabResult
                    {
                        Test = "ferritin",
                        Day = journal.Today.PlusDays(-9),
                        Value = 9,
                        Unit = "ug/L",
                        RangeLow = 15,
                        Source = "typed",
                    }
                )
        );
    }

    private static IEnumerable<(string Fact, string Pattern)> EightFacts(Words words)
    {
        string H(string section) => Regex.Escape(words[$"report.section.{section}"]);
        var number = @"\d+([.,]\d+)?";
        yield return ("who", $@"{H("who")}[\s\S]*?Penicillin");
        yield return ("asks", H("asks"));
        yield return ("then and now", $@"{H("since")}[\s\S]*?{number} \(\d+ ");
        yield return (
            "worst",
            Regex
                .Escape(words["report.since.worst.lower", ("measure", "@")])
                .Replace("@", "[^\n]+?", StringComparison.Ordinal) + $@"[\s\S]*?\b{number}\b"
        );
        yield return ("medicines", $@"{H("medicines")}[\s\S]*?Norpamine, 10 mg");
        yield return ("what came after", $@"Norpamine, 10 mg[\s\S]*?({AfterWords(words)})");
        yield return ("out of range", $@"{H("laboratory")}[\s\S]*?: 9 µg/L, [^\n]+15");
        yield return ("honesty", $@"{H("honesty")}[\s\S]*?{Regex.Escape(words["report.honesty.own"])}");
    }

    private static string AfterWords(Words words) =>
        string.Join(
            '|',
            new[]
            {
                "helped.wait",
                "helped.not-alone",
                "helped.verdict.cannot-tell",
                "helped.verdict.worse",
                "helped.verdict.probably-helps",
                "helped.verdict.probably-not",
            }.Select(k => Regex.Escape(words[k]))
        );

    private sealed record Made(Journal Journal, Shape Shape, double[] Outcome, bool[] Ticked)
    {
        public int Rated => Outcome.Count(v => !double.IsNaN(v));

        /// <summary>Recorded days in order; a ticked one is as bad as the worst rated.</summary>
        public double[] Recorded =>
            [
                .. Outcome
                    .Select((v, t) => Ticked[t] ? Outcome.Where(o => !double.IsNaN(o)).Max() : v)
                    .Where(v => !double.IsNaN(v)),
            ];

        public bool HigherIsWorse => Shape.Outcome == "pain";
    }

    private static async Task<Made> MakeAsync(Shape shape)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var random = new Random(shape.Seed);
        var (values, ticked) = (new double[shape.Days], new bool[shape.Days]);
        var draft = new Draft("checkin");
        for (var t = 0; t < shape.Days; t++)
        {
            var day = journal.Today.PlusDays(t - shape.Days + 1);
            var noise = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            var pain = Math.Clamp(Math.Round(shape.Level(t) + (1.6 * noise)), 0, 10);
            var function = Math.Clamp(10 - pain + random.Next(-1, 2), 0, 10);
            values[t] = double.NaN;
            if (random.NextDouble() > shape.Recorded)
                continue;
            ticked[t] = shape.Ticks && pain >= 7;
            if (ticked[t])
            {
                draft.Add(
                    new Entry
                    {
                        Measure = "bad_day",
                        Value = 1,
                        Day = day,
                        Source = "checkin",
                    }
                );
                continue;
            }
            draft.Add(Rated("pain", pain, day)).Add(Rated("function", function, day));
            values[t] = shape.Outcome == "pain" ? pain : function;
        }
        for (var i = 0; i < shape.Flares; i++)
        {
            var start = journal.Today.PlusDays(-20 - (40 * i));
            draft.Add(
                new Flare
                {
                    Start = start,
                    End = start.PlusDays(3),
                    Worst = 8,
                }
            );
        }
        var instruments = new Instruments(new ContentFolder());
        await journal.RecordAsync(draft);
        for (var i = 0; i < shape.Peg.Length; i++)
            await AnswerAsync(
                journal,
                instruments.Find("peg")!,
                shape.Peg[i],
                journal.Today.PlusDays(i == 0 ? 1 - shape.Days : -1)
            );
        await journal.SetAsync(Inomya.Findings.JournalFindings.OutcomeSetting, shape.Outcome);
        return new Made(journal, shape, values, ticked);
    }

    private static Entry Rated(string measure, double value, LocalDate day) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Day = day,
            Source = "checkin",
        };

    private static async Task AnswerAsync(Journal journal, Instrument instrument, int points, LocalDate day)
    {
        var answers = new FormAnswers(instrument.Form.Value);
        foreach (var question in FormFlow.Questions(answers))
            answers.Set(question.Place, new NumberAnswer(points, true));
        var begun = new Response
        {
            Instrument = instrument.Id,
            Version = instrument.Meaning.Version,
            Day = day,
            Json = "{}",
            Source = "questionnaire",
        };
        await journal.RecordAsync(new Draft("questionnaire").Add(begun));
        var current = await journal.FindAsync<Response>(begun.Id);
        await new QuestionnaireBook(journal).SaveAsync(instrument, current, answers, completed: true);
    }

    private static async Task<string> TextAsync(Site site, string page, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Accept-Language", language);
        var html = await (await site.Http.SendAsync(request)).Content.ReadAsStringAsync();
        var text = WebUtility.HtmlDecode(Tags().Replace(Hidden().Replace(html, "\n"), "\n"));
        return Spaces().Replace(text, "\n");
    }

    /// <summary>Each sentence of these pages that was made from a text of the locale, as its parts.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> Said(Words words, string key, string text)
    {
        var seen = new HashSet<string>();
        var pattern = Regex.Replace(
            Regex.Escape(words[key]).Replace("\\{", "{", StringComparison.Ordinal),
            @"\{(\w+)}",
            m => seen.Add(m.Groups[1].Value) ? $@"(?<{m.Groups[1].Value}>[^\n]+?)" : $@"\k<{m.Groups[1].Value}>"
        );
        return Regex
            .Matches(text, pattern)
            .Select(match =>
                match.Groups.Keys.Where(k => !char.IsDigit(k[0])).ToDictionary(k => k, k => match.Groups[k].Value)
            );
    }

    private static double Number(Words words, string text) => double.Parse(text, NumberStyles.Float, words.Culture);

    /// <summary>Days of the outcome with a number are as many on every page that counts them.</summary>
    private static void CountsAgree(Words words, string text, Made made)
    {
        var name = words[$"measure.{made.Shape.Outcome}"];
        var counted = new[] { "findings.course.summary", "report.course.summary" }
            .SelectMany(key => Said(words, key, text))
            .Where(s => s["measure"].EndsWith(name, StringComparison.Ordinal))
            .Select(s => ((int)Number(words, s["recorded"]), (int)Number(words, s["days"])))
            .Distinct();
        Assert.Equal([(made.Rated, made.Outcome.Length - FirstRecorded(made))], counted);
        var ticked = made.Ticked.Count(t => t);
        Assert.Equal(ticked > 0, text.Contains(words.Count("findings.bad-days", ticked), StringComparison.Ordinal));
    }

    private static int FirstRecorded(Made made) =>
        Enumerable.Range(0, made.Outcome.Length).First(t => made.Ticked[t] || !double.IsNaN(made.Outcome[t]));

    private static (double Then, double Now) Ends(Made made)
    {
        var recorded = made.Recorded;
        var length = Math.Min(90, recorded.Length / 2);
        return (recorded[..length].Average(), recorded[^length..].Average());
    }

    /// <summary>"No clear trend" does not stand where the first and last days differ; a line goes the way they do.</summary>
    private static void TheTrendIsNotDenied(Words words, string text, Made made)
    {
        var (then, now) = Ends(made);
        var apart = Math.Abs(now - then) >= Math.Min(1.1, 0.31 * then);
        if (apart)
            Assert.Empty(Said(words, "findings.trend.flat", text));
        foreach (var (key, sign) in new[] { ("up", 1), ("down", -1) })
            if (Said(words, $"findings.trend.{key}", text).Any() && apart)
                Assert.True((now - then) * sign > 0, $"the trend goes {key}, from {then} to {now}");
        var told = new[] { "better", "worse", "little" }
            .SelectMany(kind => Said(words, $"findings.then-and-now.{kind}", text))
            .Where(s => s["measure"].EndsWith(words[$"measure.{made.Shape.Outcome}"], StringComparison.Ordinal))
            .ToList();
        Assert.Equal(made.Recorded.Length >= 28, told.Count > 0);
        Assert.True(told.Select(s => (s["now"], s["then"], s["days"])).Distinct().Count() <= 1, "told in two ways");
        foreach (var s in told)
        {
            Assert.Equal(then, Number(words, s["then"]), made.Shape.Ticks ? 0.5 : 0.051);
            Assert.Equal(now, Number(words, s["now"]), made.Shape.Ticks ? 0.5 : 0.051);
        }
    }

    private static void StayedOnlyIfItDid(Words words, string text, Made made)
    {
        var end = made.Recorded[^Math.Min(30, made.Recorded.Length)..].Average();
        foreach (var (key, sign) in new[] { ("up", 1), ("down", -1) })
        foreach (var s in Said(words, $"findings.change.{key}", text))
        {
            var start = made.Recorded[..Math.Min(60, made.Recorded.Length)].Average();
            if (made.Shape == Shapes["falls and comes back"] && sign < 0)
                Assert.Fail($"it did not stay: {s["jump"]} from {start} to {end}");
        }
    }

    /// <summary>Less pain is better, more function is better, a lower PEG is better: on every page.</summary>
    private static void TheGoodWayIsNamed(Words words, Dictionary<string, string> said, Made made)
    {
        var all = string.Join('\n', said.Values);
        var name = words[$"measure.{made.Shape.Outcome}"];
        foreach (var (kind, good) in new[] { ("better", true), ("worse", false) })
        foreach (var s in Said(words, $"findings.then-and-now.{kind}", all))
            if (s["measure"].EndsWith(name, StringComparison.Ordinal))
            {
                var rose = Number(words, s["now"]) > Number(words, s["then"]);
                Assert.Equal(good, rose != made.HigherIsWorse);
            }
        if (made.Shape.Peg is not [var first, var last])
            return;
        var matters = Math.Abs(last - first) >= 0.3 * first;
        var way = last < first ? "better" : "worse";
        Assert.Equal(matters, Said(words, $"story.score.{way}", said["/findings"]).Any());
        Assert.Equal(matters, said["/scores"].Contains(words[$"scores.change.{way}"], StringComparison.Ordinal));
    }

    private static void FlaresAgree(Words words, Dictionary<string, string> said, Made made)
    {
        foreach (var page in new[] { "/findings", "/report" })
            if (made.Shape.Flares > 0)
                Assert.Contains(
                    words.Count("report.flares.count", made.Shape.Flares),
                    said[page],
                    StringComparison.Ordinal
                );
    }

    [GeneratedRegex("<(script|style|head|svg)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Spaces();
}
