using Inomya.Content;
using Inomya.Medicines;

namespace Inomya.Food;

/// <summary>What is said about drinking: content/food/guide-values.yaml.</summary>
public sealed class GuideValues
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static GuideValues Read(ContentFolder content) => content.Read<GuideValues>("food/guide-values.yaml");

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>Litres a day from food and drink together, by sex as it is told under "You".</summary>
    public Dictionary<string, double> WaterLitres { get; set; } = [];

    public double CaffeineMgADay { get; set; }
    public double CaffeineMgADayExpecting { get; set; }
    public List<string> NoWaterConditions { get; set; } = [];
    public List<string> NoWaterMedicines { get; set; } = [];
    public List<string> ExpectingConditions { get; set; } = [];

    /// <summary>
    /// How much to drink is a question for the doctor: no amount is named with a weak heart or kidneys, or with what
    /// can lower sodium.
    /// </summary>
    public bool AsksTheDoctor(KnownFacts known) =>
        known.Conditions.Overlaps(NoWaterConditions) || known.Medicines.Overlaps(NoWaterMedicines);

    /// <summary>Milligrams of caffeine a day that raise no concern, by what is known of the person.</summary>
    public double CaffeineMgFor(KnownFacts known) => IsExpecting(known) ? CaffeineMgADayExpecting : CaffeineMgADay;

    /// <summary>In pregnancy and while breastfeeding less caffeine raises a concern.</summary>
    public bool IsExpecting(KnownFacts known) => known.Conditions.Overlaps(ExpectingConditions);

    /// <summary>Litres for this person; null where their sex is not told: then both are.</summary>
    public double? WaterFor(string? sex) => sex is not null && WaterLitres.TryGetValue(sex, out var of) ? of : null;
}
