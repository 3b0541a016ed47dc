using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Laboratory;

/// <summary>The limits of content/laboratory/critical.yaml, and which results of a person lie beyond them.</summary>
/// <remarks>Says how soon a result needs to be seen; never what it means. A number that cannot be compared is told, not passed over.</remarks>
public sealed class CriticalLimits
{
    private const string FileName = "laboratory/critical.yaml";

    /// <summary>So that 14.03 mg/dL and 3.5 mmol/L, which are the same to three figures, are the same here.</summary>
    private const double Rounding = 5e-4;

    private const int YearDays = 365;

    private readonly LabTests _tests;
    private readonly ILookup<string, CriticalLimit> _limits;
    private readonly int _newForDays;
    private readonly int _riseDays;

    /// <exception cref="ContentException">The file cannot be used, or names a test, unit or source that is not there.</exception>
    public CriticalLimits(ContentFolder content, LabTests tests)
    {
        _tests = tests;
        var file = content.Read<LimitFile>(FileName);
        foreach (var limit in file.Limits)
            Check(limit, file);
        (All, Sources) = (file.Limits, file.Sources);
        (_newForDays, _riseDays) = (file.NewForDays, file.RiseDays);
        // what nobody looked up is kept for whoever will, and raises nothing
        _limits = All.Where(l => l.Verified).ToLookup(l => l.Test, StringComparer.Ordinal);
    }

    public IReadOnlyList<CriticalLimit> All { get; }

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<string, ContentSource> Sources { get; }

    /// <summary>Every result beyond a limit, the most urgent first and of those the newest; what was done again comes last.</summary>
    /// <param name="all">Everything on record: what came before and after a result counts too.</param>
    public IReadOnlyList<CriticalResult> Among(IReadOnlyList<LabResult> all, Person person, LocalDate today) =>
        [
            .. all.Select(r => Of(r, all, person, today))
                .OfType<CriticalResult>()
                .OrderByDescending(c => c.Soon ?? (HowSoon)(-1))
                .ThenByDescending(c => c.Result.Day),
        ];

    /// <summary>Beyond which limit a result lies, the most urgent one; null for none.</summary>
    public CriticalResult? Of(LabResult result, IReadOnlyList<LabResult> all, Person person, LocalDate today)
    {
        if (_tests.Of(result) is not { } test || result.Value is null)
            return null;
        var found = LimitsFor(test, person, result)
            .Where(l => Beyond(l, test, result, all, person))
            .MaxBy(l => l.Level);
        return found is null ? null : Placed(found, test, result, all, today);
    }

    /// <summary>A number of a test with limits whose unit is missing or not known: it may be beyond one, and nobody can tell.</summary>
    public bool CannotTell(LabResult result, Person person) =>
        result.Value is not null
        && _tests.Of(result) is { } test
        && _limits.Contains(test.Id)
        && LimitsFor(test, person, result).Any(l => l.Unit is not null)
        && !CanConvert(test, UnitOf(test, result));

    private IEnumerable<CriticalLimit> LimitsFor(LabTest test, Person person, LabResult result) =>
        _limits[test.Id].Where(l => l.CanBeFor(person.Sex, LabStanding.AgeAt(person, result)));

    private CriticalResult Placed(
        CriticalLimit limit,
        LabTest test,
        LabResult result,
        IReadOnlyList<LabResult> all,
        LocalDate today
    )
    {
        if (IsDoneAgain(test, result, all))
            return new(result, test, limit, FollowUp.DoneAgain, null);
        if (result.Day.PlusDays(_newForDays) >= today)
            return new(result, test, limit, FollowUp.New, limit.Level);
        // an emergency of last year is none today, but someone should have looked
        return new(result, test, limit, FollowUp.NoneKnown, limit.Level < HowSoon.Today ? limit.Level : HowSoon.Today);
    }

    /// <summary>A later number that nobody can compare answers nothing.</summary>
    private bool IsDoneAgain(LabTest test, LabResult result, IReadOnlyList<LabResult> all) =>
        all.Any(r => r.Day > result.Day && _tests.Of(r)?.Id == test.Id && InTestUnit(test, r) is not null);

    private bool Beyond(
        CriticalLimit limit,
        LabTest test,
        LabResult result,
        IReadOnlyList<LabResult> all,
        Person person
    )
    {
        if (limit.Rise is { } rise)
            return HasRisen(rise, test, result, all);
        if (limit.TimesUpper is { } times)
            return IsTimesUpper(result, test, person, times) && HasCompanion(limit, result, all, person);
        var value = test.Convert(result.Value!.Value, UnitOf(test, result), limit.Unit);
        return IsBeyondValue(limit, result.Comparator, value);
    }

    private bool HasRisen(double rise, LabTest test, LabResult result, IReadOnlyList<LabResult> all) =>
        CanBeAbove(result)
        && Before(result, test, all) is { } before
        && InTestUnit(test, result) is { } risen
        && AtLeast(risen, before * rise);

    private static bool IsBeyondValue(CriticalLimit limit, string? comparator, double? value) =>
        comparator switch
        {
            "<" or "<=" => limit.AtMost is { } most && AtLeast(most, value),
            ">" or ">=" => limit.AtLeast is { } least && AtLeast(value, least),
            _ => limit.AtMost is { } low ? AtLeast(low, value) : AtLeast(value, limit.AtLeast!.Value),
        };

    /// <summary>A number that is only told to be below something says nothing of what lies above.</summary>
    private static bool CanBeAbove(LabResult result) => result.Comparator is null or ">" or ">=";

    /// <summary>Without a companion in the limit, or with one on record.</summary>
    private bool HasCompanion(CriticalLimit limit, LabResult result, IReadOnlyList<LabResult> all, Person person) =>
        limit.With is not { } with
        || all.Any(r =>
            _tests.Of(r) is { } other
            && other.Id == with.Test
            && Math.Abs(Period.DaysBetween(r.Day, result.Day)) <= with.Days
            && IsTimesUpper(r, other, person, with.TimesUpper)
        );

    private static bool IsTimesUpper(LabResult result, LabTest test, Person person, double times) =>
        result.Value is { } value
        && CanBeAbove(result)
        && LabStanding.Of(result, test, person.Sex, LabStanding.AgeAt(person, result)).High is { } upper
        && AtLeast(value, upper * times);

    /// <summary>What the test was before, in its own unit: the least of the days just before, else the middle one of the year; null when there was none.</summary>
    private double? Before(LabResult result, LabTest test, IReadOnlyList<LabResult> all)
    {
        var earlier = Earlier(result, test, all);
        var close = earlier.Where(e => e.Days <= _riseDays).Select(e => e.Value).ToList();
        return close.Count > 0 ? close.Min() : Middle([.. earlier.Select(e => e.Value).Order()]);
    }

    /// <summary>The plain numbers of the year before, in the unit of the test, with how many days before each was.</summary>
    private List<(int Days, double? Value)> Earlier(LabResult result, LabTest test, IReadOnlyList<LabResult> all) =>
        [
            .. all.Where(r => r.Day < result.Day && r.Comparator is null && _tests.Of(r)?.Id == test.Id)
                .Select(r => (Days: Period.DaysBetween(r.Day, result.Day), Value: InTestUnit(test, r)))
                .Where(e => e.Days <= YearDays && e.Value is > 0),
        ];

    private static double? Middle(IReadOnlyList<double?> ordered) =>
        ordered.Count == 0 ? null : ordered[(ordered.Count - 1) / 2];

    private static double? InTestUnit(LabTest test, LabResult result) =>
        result.Value is { } value ? test.Convert(value, UnitOf(test, result), test.Unit) : null;

    /// <summary>A test that is a plain number, such as INR, needs no unit.</summary>
    private static string? UnitOf(LabTest test, LabResult result) =>
        result.Unit ?? (test.Unit == "1" ? test.Unit : null);

    private static bool CanConvert(LabTest test, string? unit) => test.Convert(1, unit, test.Unit) is not null;

    private static bool AtLeast(double? value, double? limit) => value >= limit * (1 - Rounding);

    private void Check(CriticalLimit limit, LimitFile file)
    {
        var test = Known(limit, limit.Test);
        if (limit.With is { } with)
            Known(limit, with.Test);
        if (!file.Sources.ContainsKey(limit.Source))
            throw Wrong(limit, $"names the source '{limit.Source}', which is not there");
        if (limit.Unit is not null && !CanConvert(test, limit.Unit))
            throw Wrong(limit, $"has the unit '{limit.Unit}', which is no unit of the test");
    }

    private LabTest Known(CriticalLimit limit, string test) =>
        _tests.Find(test) ?? throw Wrong(limit, $"names the test '{test}', which is not there");

    private static ContentException Wrong(CriticalLimit limit, string what) =>
        new(FileName, $"a limit of '{limit.Test}' {what}");

    private sealed class LimitFile
    {
        public string? ReviewedBy { get; set; }

        /// <summary>So long a result is new.</summary>
        public int NewForDays { get; set; }

        /// <summary>A rise is measured against the least of so many days before.</summary>
        public int RiseDays { get; set; }
        public List<CriticalLimit> Limits { get; set; } = [];
        public Dictionary<string, ContentSource> Sources { get; set; } = [];
    }
}
