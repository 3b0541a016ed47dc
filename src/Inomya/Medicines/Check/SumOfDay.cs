namespace Inomya.Medicines;

/// <summary>How much of each substance a day's list holds.</summary>
internal sealed class SumOfDay(IReadOnlyList<ListedMedicine> taken, DoseUnits units)
{
    /// <param name="onlyKnown">False: an amount that is not known may be enough.</param>
    public bool Reaches(Substance substance, Amount least, bool onlyKnown)
    {
        var amounts = taken
            .Where(t => t.Now && t.Substance == substance)
            .Select(t => t.PerDay is { } amount ? units.In(least.Unit, amount, substance) : null)
            .ToList();
        return (!onlyKnown && amounts.Any(a => a is null)) || amounts.Sum() >= least.Value;
    }
}
