namespace Inomya.Journals;

/// <summary>What an import did, or would do.</summary>
/// <param name="Same">Facts that were there already, and those the person changed or took out since: theirs stands.</param>
/// <param name="Change">Null when nothing had to be written, or when it was only tried.</param>
public sealed record Imported(int Added, int Same, int Changed, Change? Change);
