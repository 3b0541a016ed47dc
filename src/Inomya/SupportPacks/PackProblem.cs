namespace Inomya.SupportPacks;

/// <summary>Why a pack is refused; its sentence is support.fault.PROBLEM in kebab-case.</summary>
public enum PackProblem
{
    Unreadable,
    TooLong,
    TooDeep,
    NotYaml,
    NotAList,
    Missing,
    UnknownField,
    NotOneOf,
    NotADay,
    NotAnAddress,
    NotANumber,
    NotACountry,
    NotALanguage,
    SameId,
    AfterExpiry,
}
