namespace Inomya.Medicines;

/// <summary>Why a name needs a word with the person.</summary>
internal enum NameDoubt
{
    Unknown,
    ReadAs,
    Differs,
    AnyCountry,
}
