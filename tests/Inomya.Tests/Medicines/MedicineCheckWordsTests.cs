using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

/// <summary>What the check says: never an order about a prescribed medicine, always whom to ask and how soon.</summary>
public partial class MedicineCheckWordsTests
{
    private static readonly string[] Severities = ["info", "caution", "serious", "urgent"];

    public static TheoryData<string, string> Orders =>
        new()
        {
            {
                "en",
                @"\b(hold off|do not (begin|take|use)|don't take|skip|stop|stops|stopped|stopping|start|starts|started|starting|quit|discontinu\w*|cease\w*|avoid taking|leave out)\b"
            },
            {
                "es",
                @"\b(espera con|no empieces|no comiences|no (la |lo |las |los )?(tomes|uses)|deja de|deja la|deja el|suspende|suspender|interrumpe|interrumpir|sáltate|no sigas|empieza|empezar|comienza)\b"
            },
        };

    [Theory, MemberData(nameof(Orders))]
    public void No_text_gives_an_order_to_take_up_or_give_up_a_medicine(string language, string orders)
    {
        var forbidden = new Regex(orders, RegexOptions.IgnoreCase);
        foreach (var (key, text) in Texts(language))
            Assert.False(forbidden.IsMatch(text), $"{key}: {text}");
    }

    [Theory]
    [InlineData("en", "pharmacist|doctor|poison line", "today|now|{soon}")]
    [InlineData("es", "farmacia|médica o médico|toxicológica", "hoy|ya|{soon}")]
    public void Every_action_says_whom_to_ask_and_how_soon(string language, string whom, string soon)
    {
        var actions = Texts(language)
            .Where(t => t.Key.StartsWith("medicine-check.action.", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(actions);
        foreach (var (key, text) in actions)
        {
            Assert.True(whom.Split('|').Any(w => text.Contains(w, StringComparison.Ordinal)), $"{key}: {text}");
            Assert.True(soon.Split('|').Any(w => text.Contains(w, StringComparison.Ordinal)), $"{key}: {text}");
        }

        Assert.All(Severities, s => Assert.Contains(Texts(language), t => t.Key == $"medicine-check.soon.{s}"));
    }

    [Fact]
    public void How_soon_follows_from_how_much_the_finding_weighs()
    {
        Assert.Contains("today", ActionOf(Shelf.Names("duloxetine", "phenelzine"), Severity.Urgent));
        Assert.Contains("this week", ActionOf(Shelf.Names("ibuprofen", "warfarin"), Severity.Serious));
        Assert.Contains("at your next visit", ActionOf(Shelf.Names("ibuprofen", "lisinopril"), Severity.Caution));
    }

    [Fact]
    public void A_ticked_condition_is_named_in_the_language_of_the_person()
    {
        var found = Shelf
            .Find(new PersonFacts(null, ["kidney disease"]), new Medicine { Name = "pregabalina" })
            .Single(f => f.Rule == "gabapentinoid-kidney");
        var spanish = new MedicineCheckWords(Shelf.Catalogue, new Words(Shelf.Content, "es"));
        Assert.Contains("enfermedad del riñón", spanish.Text(found), StringComparison.Ordinal);
        Assert.Equal(["pregabalina", "enfermedad del riñón"], spanish.Names(found));
    }

    [Fact]
    public void A_text_too_long_for_a_name_is_shown_by_its_beginning()
    {
        var found = Shelf.Names(new string('q', 10_000)).Single(f => f.Rule == "name-not-known");
        Assert.True(Shelf.Words.Text(found).Length < 1_000, Shelf.Words.Text(found));
        Assert.True(Assert.Single(Shelf.Words.Names(found)).Length < 300);
    }

    private static string ActionOf(IEnumerable<MedicineFinding> found, Severity severity) =>
        Shelf.Words.Action(found.First(f => f.Severity == severity));

    private static IEnumerable<KeyValuePair<string, string>> Texts(string language) =>
        Shelf
            .Content.Files($"locales/{language}", "*.json")
            .SelectMany(f => Shelf.Content.ReadWords(f))
            .Where(t =>
                t.Key.StartsWith("medicine-check.", StringComparison.Ordinal)
                || t.Key.StartsWith("interaction.", StringComparison.Ordinal)
            );
}
