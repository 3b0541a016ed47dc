namespace Inomya.Programmes;

/// <summary>How a field of a worksheet is filled in.</summary>
public enum WorksheetFieldKind
{
    /// <summary>A few words.</summary>
    Line,

    /// <summary>Some sentences.</summary>
    Text,

    /// <summary>A whole number from 0 to the top.</summary>
    Rating,

    /// <summary>One of some answers.</summary>
    Choice,
}
