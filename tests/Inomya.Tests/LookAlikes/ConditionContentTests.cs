using Inomya.Content;
using Inomya.Laboratory;
using Inomya.LookAlikes;
using Inomya.Medicines;
using Inomya.Questionnaires;
using Inomya.RedFlags;
using Inomya.RiskFactors;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.LookAlikes;

/// <summary>The look-alikes and risk factors themselves: sourced, worded, and naming only what is there.</summary>
public class ConditionContentTests
{
    private static readonly LookAlikeCatalogue Content = new(ContentCheck.Content, new LabTests(ContentCheck.Content));
    private static readonly RiskFactorCatalogue Risks = new(ContentCheck.Content);
    private static readonly Words English = new(ContentCheck.Content);

    public static TheoryData<string> Ids => [.. Content.All.Select(c => c.Id)];

    [Theory]
    [
        InlineData("look-alikes.schema.json", "look-alikes/look-alikes.yaml"),
        InlineData("risk-factors.schema.json", "risk-factors/risk-factors.yaml")
    ]
    public async Task The_files_keep_to_their_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync(schema, file));

    [Fact]
    public void There_are_the_51_and_each_is_once()
    {
        Assert.Equal(51, Content.All.Count);
        Assert.Equal(51, Content.All.Select(c => c.Id).Distinct().Count());
    }

    /// <summary>What one page calls urgent is not passed over by another that asks the same.</summary>
    [Theory]
    [InlineData("red-painful-eye", Urgency.Today)]
    [InlineData("bladder-urgent", Urgency.Now)]
    [InlineData("clumsy-hands", Urgency.Week)]
    [InlineData("sudden-hot-joint", Urgency.Today)]
    [InlineData("thirst", Urgency.Today)]
    [InlineData("dark-urine", Urgency.Now)]
    [InlineData("small-joints-swollen", Urgency.TwoWeeks)]
    public void A_sign_that_is_a_warning_sign_calls_for_what_the_warning_sign_does(string sign, Urgency urgency)
    {
        var flag = Content.RedFlagOf(sign);
        Assert.NotNull(flag);
        Assert.Equal(urgency, LookAlikeAdvice.IfSo(flag, new RedFlagCatalogue(ContentCheck.Content))?.Urgency);
    }

    [Fact]
    public void No_test_of_many_illnesses_tells_one_apart_by_itself()
    {
        string[] ofMany =
        [
            "crp",
            "esr",
            "blood-count",
            "haemoglobin",
            "urine-protein",
            "alt",
            "leukocytes",
            "platelets",
        ];
        Assert.DoesNotContain(Content.All.SelectMany(c => c.Telling), ofMany.Contains);
    }

    [Fact]
    public void A_number_that_a_clue_asks_about_has_a_unit_of_its_test()
    {
        foreach (var clue in Content.All.SelectMany(c => c.Clues).Where(c => c.AtMost is not null))
        {
            var lab = Content.Laboratory.Find(Content.Tests[clue.Lab!].Labs.Single())!;
            Assert.NotNull(lab.Convert(1, clue.Unit, lab.Unit));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_look_alike_has_its_words_something_that_speaks_for_it_a_test_and_a_source(string id)
    {
        var condition = Content.Find(id)!;
        var wanted = new List<string>
        {
            $"condition.{id}",
            $"condition.{id}.what",
            $"condition.{id}.ask",
            $"condition-group.{condition.Group}",
            $"condition-see.{condition.See}",
        };
        wanted.AddRange(condition.Clues.Select(c => c.Sign).OfType<string>().Select(s => $"sign.{s}"));
        wanted.AddRange(condition.Clues.Select(c => c.Measure).OfType<string>().Select(m => $"measure.{m}"));
        wanted.AddRange(condition.Tests.Select(t => $"test.{t.Id}"));
        Assert.DoesNotContain(wanted, key => !English.Has(key));
        Assert.NotEmpty(condition.Clues);
        Assert.NotEmpty(condition.Tests);
        Assert.NotEmpty(condition.Sources);
        Assert.DoesNotContain(condition.Sources, s => s.Verified == "memory");
    }

    [Fact]
    public void Every_medicine_score_and_red_flag_that_a_clue_names_is_there()
    {
        var medicines = new MedicineCatalogue(ContentCheck.Content);
        var flags = new RedFlagCatalogue(ContentCheck.Content);
        var clues = Content.All.SelectMany(c => c.Clues).ToList();
        Assert.DoesNotContain(clues.SelectMany(c => c.Medicine), m =>
            medicines.Find(m) is null && !medicines.Classes.Contains(m)
        );
        foreach (var score in clues.Select(c => c.Score).Where(s => s.Count > 0))
        {
            var meaning = Vectors.Instruments.Find(score[0])!.Meaning;
            Assert.Contains(meaning.Scores, s => s.Id == score[2]);
            Assert.Contains(score[1], meaning.Rules);
        }
        foreach (var flag in clues.Select(c => c.Sign).OfType<string>().Select(Content.RedFlagOf).OfType<SignFlag>())
        {
            var asked = flags.Questions(new Dictionary<string, bool> { [flag.Flag] = true });
            Assert.Contains(flag.Flag, asked);
            Assert.Contains(flag.More is { } more ? $"{flag.Flag}.{more}" : flag.Flag, asked);
        }
        Assert.DoesNotContain(Content.Tests.Values.SelectMany(t => t.Instruments), i =>
            Vectors.Instruments.Find(i) is null
        );
    }

    [Fact]
    public void Codes_of_tests_pass_the_check_digit_of_LOINC()
    {
        foreach (var code in Content.Tests.Values.SelectMany(t => t.Loinc))
        {
            var digits = code.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToArray();
            Assert.True(digits.Select((d, i) => i % 2 == 0 ? d : (d * 2 / 10) + (d * 2 % 10)).Sum() % 10 == 0, code);
        }
    }

    [Fact]
    public void No_word_about_a_look_alike_gives_a_chance_or_a_diagnosis()
    {
        foreach (
            var key in English.Keys.Where(k =>
                k.StartsWith("condition.", StringComparison.Ordinal)
                || k.StartsWith("look-alikes.", StringComparison.Ordinal)
            )
        )
            Assert.DoesNotMatch("(?i)(likely you|you probably|probability|\\d+ ?% )", English[key]);
    }

    [Fact]
    public void What_can_be_changed_comes_first_and_every_number_has_its_source_and_words()
    {
        Assert.Equal(Risks.All.OrderByDescending(f => f.Changeable).Select(f => f.Id), Risks.All.Select(f => f.Id));
        foreach (var factor in Risks.All)
        {
            Assert.True(
                English.Has($"risk.{factor.Id}")
                    && English.Has($"risk.{factor.Id}.note")
                    && English.Has($"risks.grade.{factor.Grade}"),
                factor.Id
            );
            foreach (var effect in factor.Effects)
            {
                Assert.True(
                    English.Has($"risk-detail.{effect.Detail}") && English.Has($"risk-population.{effect.Population}"),
                    $"{factor.Id}: {effect.Detail} {effect.Population}"
                );
                Assert.NotEqual("memory", Risks.Sources[effect.Source].Verified);
                if (effect.Interval is [var low, var high])
                    Assert.True(low < effect.Value && effect.Value < high, factor.Id);
            }
        }
    }

    [Fact]
    public void The_tools_that_a_risk_factor_leads_to_are_known()
    {
        var tools = new Inomya.Guide.GuideShelf(ContentCheck.Content).Tools;
        Assert.DoesNotContain(Risks.All.SelectMany(f => f.Tools), t =>
            !tools.ContainsKey(t) || !English.Has($"guide.tool.{t}")
        );
    }
}
