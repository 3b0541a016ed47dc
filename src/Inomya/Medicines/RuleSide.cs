namespace Inomya.Medicines;

/// <summary>
/// One part of a combination: any substance of these groups, taken so that it acts in the whole body.
/// </summary>
/// <param name="Any">Ids of substances or classes.</param>
/// <param name="Except">Substances or classes left out although a class in <paramref name="Any"/> holds them.</param>
/// <param name="OnSkin">
/// True: only what is put on the skin, into an eye, … counts; false: only what acts in the whole body.
/// </param>
/// <param name="AtLeast">Counts from this much a day.</param>
/// <param name="OnlyKnown">
/// True: an amount that is not known does not count; false: better asked than missed, so it does.
/// </param>
/// <param name="WashoutDays">Still counts this long after its last day.</param>
public sealed record RuleSide(
    IReadOnlySet<string> Any,
    IReadOnlySet<string> Except,
    bool OnSkin,
    Amount? AtLeast,
    bool OnlyKnown,
    int WashoutDays
);
