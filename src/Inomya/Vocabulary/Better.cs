namespace Inomya.Vocabulary;

/// <summary>Which end of a measure is the better one for the person.</summary>
public enum Better
{
    Neither,
    Lower,
    Higher,
}
