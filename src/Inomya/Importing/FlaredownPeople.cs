namespace Inomya.Importing;

/// <summary>The people of a file, with the days of each, so that one of them can be chosen.</summary>
internal sealed class FlaredownPeople
{
    private const int MostNamed = 30;

    private readonly Dictionary<string, HashSet<string>> _days = [];

    public void Add(string person, string day)
    {
        if (!_days.TryGetValue(person, out var days))
            _days[person] = days = [];
        days.Add(day);
    }

    /// <exception cref="ImportException">Several people and none chosen, or nobody of that name.</exception>
    public void CheckChoice(string? select)
    {
        if (select is null && _days.Count > 1)
            throw new ImportException(ImportProblem.ChoosePerson, WithMostDays());
        if (select is not null && !_days.ContainsKey(select))
            throw new ImportException(ImportProblem.NoSuchPerson, select);
    }

    private string WithMostDays() =>
        string.Join(
            ", ",
            _days.OrderByDescending(p => p.Value.Count).Take(MostNamed).Select(p => $"{p.Key} ({p.Value.Count})")
        );
}
