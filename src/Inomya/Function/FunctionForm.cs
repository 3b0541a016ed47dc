using Inomya.Content;

namespace Inomya.Function;

/// <summary>How a benefits office or an insurer of one country asks: the locale key function.form.ID.</summary>
public sealed class FunctionForm
{
    public string Id { get; set; } = "";
    public List<string> Sources { get; set; } = [];

    /// <summary>How many months it asks about; null where it names none.</summary>
    public int? Months { get; set; }

    /// <summary>On which share of days something must hold, 0 to 1; null where it names none.</summary>
    public double? ShareOfDays { get; set; }

    /// <summary>Ids, in the order in which it asks.</summary>
    public List<string> Activities { get; set; } = [];

    /// <summary>How its numbers were looked up; <see cref="Seen.Memory"/> is never shown.</summary>
    public string Verified { get; set; } = Seen.Memory;
}
