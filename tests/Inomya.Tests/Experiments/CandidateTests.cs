using Inomya.Evidence;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;

namespace Inomya.Tests.Experiments;

public class CandidateTests
{
    private static readonly EvidenceCatalogue Cards = new(Shelf.Content, Shelf.Catalogue);
    private static readonly DesignRules Rules = DesignRules.Read(Shelf.Content);
    private static readonly DietGate Open = new(true, ["Without gluten", "low-fodmap"]);
    private static readonly DietGate Closed = Open with { IsOpen = false };

    [Fact]
    public void Every_card_that_is_for_the_doctor_is_refused_by_the_names_of_its_substance()
    {
        var cards = Cards
            .Cards.Where(c =>
                c.OnOffTrial == OnOffTrial.DoctorOnly
                && c.Product is null
                && c.Substance is not null
                && Shelf.Catalogue.Find(c.Substance) is not null
            )
            .ToList();
        Assert.NotEmpty(cards);
        foreach (var name in cards.SelectMany(c => Shelf.Catalogue.Find(c.Substance!)!.Names))
        foreach (var kind in Enum.GetValues<TreatmentKind>())
            Assert.Equal(
                TestRefusal.DoctorOnly,
                Candidate.Refuses(new Treatment { Name = name, Kind = kind }, Cards, Shelf.Catalogue, Open)
            );
    }

    [Theory]
    [InlineData("Some pill that nobody knows", TreatmentKind.Medicine, TestRefusal.DoctorOnly)]
    [InlineData("My sertraline in the morning", TreatmentKind.Supplement, TestRefusal.DoctorOnly)]
    [InlineData("Lyrica", TreatmentKind.Supplement, TestRefusal.DoctorOnly)]
    [InlineData("Magnesium", TreatmentKind.Supplement, null)]
    [InlineData("Warm bath", TreatmentKind.Therapy, null)]
    [InlineData("Peppermint tea", TreatmentKind.Diet, null)]
    public void A_medicine_is_refused_and_what_is_harmless_to_leave_out_is_not(
        string name,
        TreatmentKind kind,
        TestRefusal? expected
    ) =>
        Assert.Equal(
            expected,
            Candidate.Refuses(new Treatment { Name = name, Kind = kind }, Cards, Shelf.Catalogue, Open)
        );

    [Theory]
    [InlineData("Peppermint tea", TreatmentKind.Diet, TestRefusal.Food)]
    [InlineData("Lyrica", TreatmentKind.Diet, TestRefusal.DoctorOnly)]
    [InlineData("without Gluten, mostly", TreatmentKind.Therapy, TestRefusal.Food)]
    [InlineData("Low FODMAP for a week", TreatmentKind.Therapy, TestRefusal.Food)]
    [InlineData("Warm bath", TreatmentKind.Therapy, null)]
    public void A_diet_is_refused_while_what_is_asked_before_a_food_trial_does_not_let_it_through(
        string name,
        TreatmentKind kind,
        TestRefusal? expected
    )
    {
        var treatment = new Treatment { Name = name, Kind = kind };
        Assert.Equal(expected, Candidate.Refuses(treatment, Cards, Shelf.Catalogue, Closed));
        if (kind != TreatmentKind.Diet)
            Assert.Equal(expected, Candidate.RefusesText(name, Cards, Shelf.Catalogue, Closed));
        Assert.Equal(
            expected == TestRefusal.Food ? null : expected,
            Candidate.Refuses(treatment, Cards, Shelf.Catalogue, Open)
        );
    }

    [Fact]
    public void What_was_eaten_is_refused_also_where_content_no_longer_has_the_tag()
    {
        var column = new Inomya.Series.DayColumn(ColumnName.Parse("food_gone"), null, [1, 0]);
        Assert.Equal(TestRefusal.Food, Candidate.Refuses(column, Rules));
    }

    [Theory]
    [InlineData("air_pressure", TestRefusal.NotSwitchable)]
    [InlineData("period", TestRefusal.NotSwitchable)]
    [InlineData("illness", TestRefusal.NotSwitchable)]
    [InlineData("caffeine", null)]
    [InlineData("food_gluten", TestRefusal.Food)]
    [InlineData("sleep_hours", null)]
    public void What_nobody_can_switch_is_refused(string measure, TestRefusal? expected) =>
        Assert.Equal(
            expected,
            Candidate.Refuses(new Inomya.Content.MeasureCatalogue(Shelf.Content).Find(measure)!, Rules)
        );

    [Theory]
    [InlineData("Gentle yoga class", "yoga")]
    [InlineData("YOGA", "yoga")]
    [InlineData("Yogalates", null)]
    [InlineData("Acupuncture with Dr Li", "acupuncture")]
    [InlineData("Pregabalin", "pregabalin")]
    [InlineData("A walk", null)]
    public void A_card_is_found_by_whole_words_of_what_a_person_wrote(string written, string? card) =>
        Assert.Equal(card, EvidenceMatch.For(Cards, written, c => c.Id) is [var found, ..] ? found.Id : null);
}
