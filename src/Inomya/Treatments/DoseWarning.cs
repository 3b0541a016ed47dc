using Inomya.Medicines;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>Why one more dose now would be too soon or too much.</summary>
/// <param name="Name">The substance, or the medicine where its substance is not known.</param>
/// <param name="Verified">False: the number was not looked up; shown as not checked.</param>
public abstract record DoseWarning(string Name, bool Verified)
{
    /// <summary>Too soon after the last one.</summary>
    /// <param name="Last">Null when one was taken on the day at a time that is not known.</param>
    /// <param name="IsOwn">The hours are the person's own, not a label's.</param>
    public sealed record TooSoon(string Name, Instant? Last, double Hours, bool IsOwn, bool Verified)
        : DoseWarning(Name, Verified);

    /// <summary>As often in the last 24 hours as the person wrote down.</summary>
    public sealed record TooOften(string Name, int Taken, int Most) : DoseWarning(Name, true);

    /// <summary>With one more it is more in 24 hours than a label says.</summary>
    /// <param name="Label">Whose label.</param>
    public sealed record TooMuch(string Name, Amount With, Amount Most, LabelOf Label, bool Verified)
        : DoseWarning(Name, Verified);

    /// <summary>
    /// Something of it was taken in the last 24 hours, and it is not known how much that is with one more.
    /// </summary>
    /// <param name="Label">Whose label.</param>
    public sealed record AmountOpen(string Name, Amount Most, LabelOf Label, bool Verified)
        : DoseWarning(Name, Verified);
}
