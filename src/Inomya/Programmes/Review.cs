using NodaTime;
using NodaTime.Text;

namespace Inomya.Programmes;

/// <summary>Who looked a text over, when, and until when that holds.</summary>
public sealed class Review
{
    /// <summary>Null while no clinician has.</summary>
    public string? By { get; set; }

    /// <summary>As yyyy-MM-dd.</summary>
    public string? On { get; set; }

    /// <summary>As yyyy-MM-dd; after it the text is shown as not reviewed.</summary>
    public string? Expires { get; set; }

    /// <summary>Somebody looked it over, and that still holds.</summary>
    public bool HoldsOn(LocalDate day) => By is not null && DayOf(Expires) >= day;

    internal static LocalDate? DayOf(string? written) =>
        LocalDatePattern.Iso.Parse(written ?? "") is { Success: true, Value: var day } ? day : null;
}
