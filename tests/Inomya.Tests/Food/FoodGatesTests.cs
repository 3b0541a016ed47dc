using Inomya.Content;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Tests.Medicines;

namespace Inomya.Tests.Food;

/// <summary>Each gate of a food trial both ways: yes closes it, no opens it, and not answered is never safe.</summary>
public class FoodGatesTests
{
    private static readonly FoodTrialRules Rules = FoodTrialRules.Read(Shelf.Content);
    private static readonly Gates All = Gates.Read(Shelf.Content);
    private static readonly FoodTags Tags = FoodTags.Read(Shelf.Content);

    public static TheoryData<string> Asked => [.. All.Of(Rules.Part).Select(g => g.Id)];

    private static async Task<Journal> AnsweredAsync(string? yes = null, string? open = null)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await new GateBook(journal, All, Shelf.Catalogue).AnswerAsync(
            All.Of(Rules.Part).Where(g => g.Id != open).ToDictionary(g => g.Id, g => g.Id == yes)
        );
        return journal;
    }

    private static Task<FoodGates> OfAsync(Journal journal, string item) =>
        FoodGates.ForAsync(journal, All, Shelf.Catalogue, Rules, Tags.Find(item));

    [Fact]
    public void All_that_must_be_asked_is_asked() =>
        Assert.Superset(
            new HashSet<string>
            {
                "eating-disorder",
                "underweight",
                "pregnancy",
                "breastfeeding",
                "diabetes-medicines",
                "childhood",
                "anaphylaxis",
                "kidney-disease",
                "weight-loss",
                "coeliac-test",
            },
            All.Of(Rules.Part).Select(g => g.Id).ToHashSet()
        );

    [Fact]
    public async Task With_every_question_answered_no_it_is_open()
    {
        var gates = await OfAsync(await AnsweredAsync(), "gluten");
        Assert.True(gates.IsOpen);
        Assert.False(gates.ItemGateIsYes);
    }

    [Theory, MemberData(nameof(Asked))]
    public async Task A_yes_closes_it(string gate)
    {
        var gates = await OfAsync(await AnsweredAsync(yes: gate), "gluten");
        Assert.False(gates.IsOpen);
        Assert.Equal(gate, Assert.Single(gates.Closed).Gate.Id);
    }

    [Theory, MemberData(nameof(Asked))]
    public async Task A_question_that_was_not_answered_keeps_it_closed(string gate)
    {
        var gates = await OfAsync(await AnsweredAsync(open: gate), "gluten");
        Assert.False(gates.IsOpen);
        Assert.Equal(gate, Assert.Single(gates.Unanswered).Gate.Id);
    }

    [Theory]
    [InlineData("gluten", false)]
    [InlineData("fructans", false)]
    [InlineData("sweeteners", true)]
    public async Task Without_the_coeliac_test_only_what_hides_it_stays_closed(string item, bool open)
    {
        var gates = await OfAsync(await AnsweredAsync(yes: "coeliac-test"), item);
        Assert.Equal((open, true), (gates.IsOpen, gates.ItemGateIsYes));
    }

    [Theory]
    [InlineData("Insulin glargine", true)]
    [InlineData("Glimepiride", true)]
    [InlineData("Gliclazide", true)]
    [InlineData("Metformin", false)]
    [InlineData("Paracetamol", false)]
    public async Task A_diabetes_medicine_on_the_list_bars_it_whatever_was_answered(string medicine, bool barred)
    {
        var journal = await AnsweredAsync();
        var treatment = new Treatment { Name = medicine, Kind = TreatmentKind.Medicine };
        await journal.RecordAsync(
            new Draft("treatment")
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = journal.Today.PlusDays(-30),
                        Schedule = new DoseSchedule { FirstDose = 1, Unit = "mg" },
                    }
                )
        );
        var gates = await OfAsync(journal, "dairy");
        Assert.Equal(!barred, gates.IsOpen);
        Assert.Equal(barred ? [FoodBar.DiabetesMedicine] : [], gates.Bars);
    }

    [Theory]
    [InlineData("Penicillin", "rash", "dairy", null)]
    [InlineData("Peanuts", "anaphylaxis", "dairy", FoodBar.StrongReaction)]
    [InlineData("Cacahuetes", "se me hinchó la garganta", "dairy", FoodBar.StrongReaction)]
    [InlineData("Milk", null, "dairy", FoodBar.AllergyToItem)]
    [InlineData("Leche de vaca", null, "lactose", FoodBar.AllergyToItem)]
    [InlineData("Milk", null, "sweeteners", null)]
    public async Task A_recorded_allergy_bars_it_where_it_was_strong_or_is_to_this(
        string name,
        string? reaction,
        string item,
        FoodBar? bar
    )
    {
        var journal = await AnsweredAsync();
        await journal.RecordAsync(new Draft("medicine").Add(new Allergy { Name = name, Reaction = reaction }));
        var gates = await OfAsync(journal, item);
        Assert.Equal(bar is null, gates.IsOpen);
        Assert.Equal(bar is { } one ? [one] : [], gates.Bars);
    }

    [Theory]
    [InlineData(2010, false)]
    [InlineData(1990, true)]
    [InlineData(null, true)]
    public async Task A_year_of_birth_goes_before_the_answer(int? born, bool open)
    {
        var journal = await AnsweredAsync();
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = born });
        Assert.Equal(open, (await OfAsync(await journal.Store.OfAsync(journal.Person.Id), "dairy")).IsOpen);
    }

    [Theory]
    [InlineData("heart failure", true)]
    [InlineData("kidney disease", true)]
    [InlineData("low sodium", true)]
    [InlineData("migraine", false)]
    public async Task No_amount_of_water_is_named_with_a_condition_in_which_it_can_harm(string condition, bool asks)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("edit").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = condition })
        );
        var known = await KnownFacts.ReadAsync(journal, Shelf.Catalogue);
        Assert.Equal(asks, GuideValues.Read(Shelf.Content).AsksTheDoctor(known));
    }

    [Theory]
    [InlineData("Duloxetine", true)]
    [InlineData("Sertraline", true)]
    [InlineData("Hydrochlorothiazide", true)]
    [InlineData("Paracetamol", false)]
    public async Task Nor_with_a_medicine_that_can_lower_sodium(string medicine, bool asks)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var treatment = new Treatment { Name = medicine, Kind = TreatmentKind.Medicine };
        await journal.RecordAsync(
            new Draft("treatment")
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = journal.Today.PlusDays(-30),
                        Schedule = new DoseSchedule { FirstDose = 1, Unit = "mg" },
                    }
                )
        );
        var known = await KnownFacts.ReadAsync(journal, Shelf.Catalogue);
        Assert.Equal(asks, GuideValues.Read(Shelf.Content).AsksTheDoctor(known));
    }

    [Fact]
    public void The_guide_values_are_those_of_the_source_and_lower_caffeine_while_expecting()
    {
        var guide = GuideValues.Read(Shelf.Content);
        Assert.Equal((2.0, 2.5, null), (guide.WaterFor("female"), guide.WaterFor("male"), guide.WaterFor(null)));
        KnownFacts Known(params string[] conditions) => new(conditions.ToHashSet(), new HashSet<string>(), []);
        Assert.Equal((400, 200), (guide.CaffeineMgFor(Known()), guide.CaffeineMgFor(Known("pregnancy"))));
    }

    [Theory]
    [InlineData("polyols", "Mushroom")]
    [InlineData("polyols", "setas")]
    [InlineData("polyols", "seta")]
    [InlineData("polyols", "melocotones")]
    [InlineData("polyols", "Peaches")]
    [InlineData("dairy", "quesos")]
    [InlineData("dairy", "cheeses")]
    [InlineData("fructans", "onions")]
    [InlineData("fructans", "cebollas")]
    [InlineData("galactans", "a lentil")]
    [InlineData("galactans", "garbanzo")]
    [InlineData("fructose", "Apples, all kinds")]
    [InlineData("sweeteners", "edulcorantes")]
    public async Task An_allergy_bars_its_food_written_as_one_or_as_many(string item, string allergy)
    {
        var journal = await AnsweredAsync();
        await journal.RecordAsync(new Draft("edit").Add(new Allergy { Name = allergy }));
        Assert.Equal([FoodBar.AllergyToItem], (await OfAsync(journal, item)).Bars);
    }

    [Theory]
    [InlineData("mushroom", "mushrooms", true)]
    [InlineData("berry", "berries", true)]
    [InlineData("nuez", "nueces", true)]
    [InlineData("pez", "peces", true)]
    [InlineData("egg", "legs", false)]
    [InlineData("ham", "hamster", false)]
    [InlineData("a", "as", false)]
    public void A_plural_is_the_same_word_and_another_word_is_not(string one, string other, bool same)
    {
        Assert.Equal(same, Inomya.Vocabulary.PlainWords.IsInAnyNumber(one, other));
        Assert.Equal(same, Inomya.Vocabulary.PlainWords.IsInAnyNumber(other, one));
    }
}
