namespace Inomya.Journals;

/// <summary>A choice of the person about how the app behaves, such as the theme. Not part of the record.</summary>
public sealed record Setting
{
    public required Guid PersonId { get; init; }
    public required string Key { get; init; }
    public required string Value { get; init; }
}
