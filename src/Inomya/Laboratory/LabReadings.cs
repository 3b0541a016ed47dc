using Inomya.Journals;
using NodaTime;

namespace Inomya.Laboratory;

/// <summary>All results of a person, read once: where each stands, and which are critical.</summary>
public sealed class LabReadings
{
    private readonly CriticalLimits _limits;
    private readonly Person _person;
    private readonly Dictionary<Guid, CriticalResult> _critical;

    public LabReadings(
        LabTests tests,
        CriticalLimits limits,
        IReadOnlyList<LabResult> all,
        Person person,
        LocalDate today
    )
    {
        (Tests, _limits, All, _person) = (tests, limits, all, person);
        Critical = limits.Among(all, person, today);
        _critical = Critical.ToDictionary(c => c.Result.Id);
    }

    public static async Task<LabReadings> ReadAsync(
        Journal journal,
        LabTests tests,
        CriticalLimits limits,
        CancellationToken stop = default
    ) => new(tests, limits, await journal.AllAsync<LabResult>(stop), journal.Person, journal.Today);

    public LabTests Tests { get; }
    public IReadOnlyList<LabResult> All { get; }

    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<CriticalResult> Critical { get; }

    /// <summary>Those that need to be seen, the most urgent first.</summary>
    public IReadOnlyList<CriticalResult> ToBeSeen(Func<LabResult, bool>? which = null) =>
        [.. Critical.Where(c => c.Soon is not null && (which is null || which(c.Result)))];

    /// <summary>Null when it is not critical.</summary>
    public CriticalResult? CriticalOf(LabResult result) => _critical.GetValueOrDefault(result.Id);

    /// <summary>Nobody can tell whether it is critical: its unit is missing or not known.</summary>
    public bool CannotTell(LabResult result) => _limits.CannotTell(result, _person);

    public LabStanding StandingOf(LabResult result) =>
        LabStanding.Of(result, Tests.Of(result), _person.Sex, LabStanding.AgeAt(_person, result));
}
