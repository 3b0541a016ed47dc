using System.Text.Json;

namespace Inomya.Exports;

/// <summary>The parts of the patient summary, as forms and rows name them.</summary>
public static class SummaryAreas
{
    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<SummaryArea> All { get; } = Enum.GetValues<SummaryArea>();

    /// <summary>Last part of the locale key ips.area.NAME, such as "vital-signs".</summary>
    public static string NameOf(SummaryArea area) => JsonNamingPolicy.KebabCaseLower.ConvertName(area.ToString());

    /// <summary>Those that are named; a name that there is not is passed over.</summary>
    public static IReadOnlySet<SummaryArea> Read(IEnumerable<string?> names)
    {
        var told = names.ToHashSet();
        return All.Where(a => told.Contains(NameOf(a))).ToHashSet();
    }
}
