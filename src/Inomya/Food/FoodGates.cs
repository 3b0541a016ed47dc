using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;

namespace Inomya.Food;

/// <summary>Whether a food trial is open to a person: the gates they were asked, and what the journal knows.</summary>
/// <param name="Closed">Gates that close it.</param>
/// <param name="Unanswered">Gates that were not answered, or too long ago: not answered is never safe.</param>
/// <param name="Bars">What the journal knows that closes it, whatever was answered.</param>
/// <param name="ItemGateIsYes">The gate about single items was answered with yes: those that name it stay closed.</param>
public sealed record FoodGates(
    IReadOnlyList<GateState> Closed,
    IReadOnlyList<GateState> Unanswered,
    IReadOnlyList<FoodBar> Bars,
    bool ItemGateIsYes
)
{
    public bool IsOpen => Closed.Count + Unanswered.Count + Bars.Count == 0;

    /// <summary>Something stands against it that is known: then nobody is told to eat or to leave out anything.</summary>
    public bool IsBarred => Closed.Count + Bars.Count > 0;

    /// <param name="item">What is to be left out; null while nothing is chosen.</param>
    public static async Task<FoodGates> ForAsync(
        Journal journal,
        Gates gates,
        MedicineCatalogue medicines,
        FoodTrialRules rules,
        FoodTag? item = null,
        CancellationToken stop = default
    )
    {
        var part = await new GateBook(journal, gates, medicines).ForAsync(rules.Part, stop);
        var known = await KnownFacts.ReadAsync(journal, medicines, stop);
        return new FoodGates(
            [.. part.Closed.Where(s => s.Gate.Id != rules.ItemGate || item?.Gates.Contains(s.Gate.Id) == true)],
            part.Unanswered,
            FoodBars.Of(known, rules, item),
            part.Closed.Any(s => s.Gate.Id == rules.ItemGate)
        );
    }
}
