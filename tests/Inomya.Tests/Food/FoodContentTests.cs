using Inomya.Content;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Food;

/// <summary>What food is noted with, scored by and tried out with keeps to its schema, its sources and its limits.</summary>
public class FoodContentTests
{
    private static readonly FoodTags Tags = FoodTags.Read(Shelf.Content);
    private static readonly FoodTrialRules Trial = FoodTrialRules.Read(Shelf.Content);
    private static readonly FoodScore Score = FoodScore.Read(Shelf.Content);

    [Theory]
    [InlineData("food-tags", "food/tags.yaml")]
    [InlineData("food-guide-values", "food/guide-values.yaml")]
    [InlineData("food-score", "food/score.yaml")]
    [InlineData("food-trial", "food/trial.yaml")]
    [InlineData("weekly-review", "weekly-review/rules.yaml")]
    public async Task Every_file_keeps_to_its_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync($"{schema}.schema.json", file));

    [Fact]
    public void Each_of_the_fourteen_allergens_of_the_label_is_a_tag_with_its_source()
    {
        var allergens = Tags.Tags.Where(t => t.EuAllergen).ToList();
        Assert.Equal(
            "celery crustaceans dairy eggs fish gluten lupin molluscs mustard nuts peanuts sesame soy sulphites",
            string.Join(' ', allergens.Select(t => t.Id).Order(StringComparer.Ordinal))
        );
        Assert.All(allergens, t => Assert.Equal("eu-1169", t.Source));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_tag_drink_and_question_has_words_of_its_own(string language)
    {
        var words = new Words(Shelf.Content, language);
        foreach (
            var key in Tags
                .Tags.Select(t => $"food.tag.{t.Id}")
                .Concat(Tags.Drinks.SelectMany(d => new[] { $"food.drink.{d.Id}", $"food.drink.{d.Id}.one" }))
                .Concat(Score.Items.Select(i => $"food.score.{i.Id}"))
                .Concat(Tags.Groups.Select(g => $"food.group.{g}"))
                .Concat(Enumerable.Range(1, Trial.ChallengeDays).Select(d => $"food.trial.portion.{d}"))
        )
        {
            Assert.True(words.Has(key), key);
            Assert.Equal(language, words.LanguageOf(key));
        }
    }

    [Theory]
    [InlineData("peanuts")]
    [InlineData("nuts")]
    [InlineData("fish")]
    [InlineData("crustaceans")]
    [InlineData("molluscs")]
    [InlineData("sesame")]
    [InlineData("celery")]
    [InlineData("mustard")]
    [InlineData("lupin")]
    [InlineData("soy")]
    [InlineData("eggs")]
    [InlineData("sulphites")]
    [InlineData("alcohol")]
    [InlineData("vegetables")]
    [InlineData("fruit")]
    public void What_can_bring_on_a_strong_reaction_or_is_needed_or_is_alcohol_is_never_tried_out(string tag) =>
        Assert.False(Tags.Find(tag)!.Trial);

    [Fact]
    public void What_is_tried_out_knows_the_words_of_an_allergy_to_it_and_gluten_asks_for_the_test_first()
    {
        Assert.All(Tags.Tags.Where(t => t.Trial && t.Group is "allergens" or "fodmap" or "additives" && t.Trial), t =>
            Assert.NotEmpty(t.AllergyWords)
        );
        Assert.Equal(["gluten", "fructans"], Tags.Tags.Where(t => t.Gates.Contains(Trial.ItemGate)).Select(t => t.Id));
        var gates = Gates.Read(Shelf.Content);
        Assert.NotNull(gates.Part(Trial.Part));
        Assert.NotNull(gates.Find(Trial.ItemGate));
    }

    [Fact]
    public void The_score_has_the_thirteen_questions_without_wine_and_none_gives_a_point_for_alcohol()
    {
        Assert.Equal(13, Score.Top);
        Assert.DoesNotContain(Score.Items, i => i.Tag == "alcohol" || i.Id.Contains("wine", StringComparison.Ordinal));
        Assert.All(Score.Items.Where(i => i.Tag is not null), i => Assert.NotNull(Tags.Find(i.Tag!)));
        var english = new Words(Shelf.Content);
        Assert.DoesNotContain(Score.Items, i =>
            english[$"food.score.{i.Id}"].Contains("wine", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void A_limit_that_nobody_looked_up_says_so() =>
        Assert.Equal(["sweets", "nuts"], Score.Items.Where(i => !Seen.Was(i.Verified)).Select(i => i.Id));

    [Theory]
    [InlineData("eating disorder", true)]
    [InlineData("Anorexia nervosa, 2014", true)]
    [InlineData("Trastorno de la conducta alimentaria", true)]
    [InlineData("bulimia", true)]
    [InlineData("diabetes", false)]
    [InlineData("", false)]
    public void An_eating_disorder_in_any_of_its_names_puts_food_away(string written, bool away) =>
        Assert.Equal(away, Tags.PutsAway(written));

    [Theory]
    [InlineData("eating disorder", "trastorno alimentario")]
    [InlineData("Eating disorders", "Trastornos alimentarios")]
    [InlineData("an eating disorder", "un trastorno de la alimentación")]
    [InlineData("Disordered eating", "trastornos de la conducta alimentaria")]
    [InlineData("anorexia nervosa", "anorexia nerviosa")]
    [InlineData("bulimia", "bulimia")]
    [InlineData("binge eating", "atracones")]
    [InlineData("binge eating disorder", "trastorno por atracón")]
    [InlineData("orthorexia", "ortorexia")]
    [InlineData("ARFID", "trastorno por evitación de la ingesta")]
    [InlineData("eating disorder (ED)", "TCA")]
    public async Task What_puts_food_away_in_one_language_does_in_the_other_and_closes_its_gate(
        string english,
        string spanish
    )
    {
        foreach (var written in new[] { english, spanish })
        {
            Assert.True(Tags.PutsAway(written), written);
            var journal = await Storage.NewJournalAsync(Storage.Sqlite);
            await journal.RecordAsync(
                new Draft("edit").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = written })
            );
            var gates = await new GateBook(journal, Gates.Read(Shelf.Content), Shelf.Catalogue).ForAsync("food");
            Assert.True(gates.Closed.Any(s => s.Gate.Id == "eating-disorder"), written);
        }
    }

    [Fact]
    public void The_gate_about_eating_disorders_and_what_puts_food_away_go_by_the_same_words()
    {
        var gate = Gates.Read(Shelf.Content).Find("eating-disorder")!;
        Assert.Equal(Tags.PutAwayWords.Order(), gate.Words.Order());
        Assert.All(gate.Conditions.SelectMany(c => Shelf.Catalogue.Find(c)!.Names), name =>
            Assert.True(Tags.PutsAway(name), name)
        );
    }

    [Fact]
    public void Groups_of_conditions_and_medicines_that_rules_name_are_known_to_the_medicine_check()
    {
        var guide = GuideValues.Read(Shelf.Content);
        var groups = Shelf.Catalogue.Substances.SelectMany(s => s.Groups).ToHashSet();
        foreach (
            var id in guide
                .NoWaterConditions.Concat(guide.NoWaterMedicines)
                .Concat(guide.ExpectingConditions)
                .Concat(Trial.DiabetesMedicines)
        )
            Assert.Contains(id, groups);
    }

    [Fact]
    public void A_tag_that_names_a_source_or_a_group_that_is_not_there_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("food").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "food"));
        var text = File.ReadAllText(Path.Combine(Shelf.Content.Path, "food", "tags.yaml"));
        foreach (
            var (from, to) in new[]
            {
                ("source: predimed }", "source: nobody }"),
                ("group: treats", "group: nowhere"),
                ("id: fruit,", "id: vegetables,"),
            }
        )
        {
            File.WriteAllText(
                Path.Combine(folder, "food", "tags.yaml"),
                text.Replace(from, to, StringComparison.Ordinal)
            );
            Assert.Throws<ContentException>(() => FoodTags.Read(new ContentFolder(folder)));
        }
    }
}
