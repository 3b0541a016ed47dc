namespace Inomya.Medicines;

/// <summary>What is told of one substance, or one class, that stands on a list more than once.</summary>
/// <param name="Classes">Classes of which one member is enough.</param>
/// <param name="Same">One substance under two names.</param>
/// <param name="SameName">One name written twice: perhaps two times of day.</param>
/// <param name="SameSupplement">One supplement in two products.</param>
/// <param name="SameOnSkin">One substance swallowed and put on the skin.</param>
/// <param name="SameForms">
/// One medicine in two strengths or forms, or a basal insulin and one for meals: one total.
/// </param>
/// <param name="SameLongAndShort">
/// A long-acting and a short-acting product of one substance, where that is how it is meant.
/// </param>
/// <param name="Numbers">Rows of the reference list that these rules are.</param>
internal sealed record DuplicateRules(
    IReadOnlyList<ClassRule> Classes,
    ClassRule Same,
    ClassRule SameName,
    ClassRule SameSupplement,
    ClassRule SameOnSkin,
    ClassRule SameForms,
    ClassRule SameLongAndShort,
    IReadOnlyList<int> Numbers
);
