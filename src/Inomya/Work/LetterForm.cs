namespace Inomya.Work;

/// <summary>A kind of letter: the locale keys work.letter.ID.title, .subject, .opening and .closing.</summary>
public sealed class LetterForm
{
    public string Id { get; set; } = "";

    /// <summary>What stands in it, in this order.</summary>
    public List<string> Parts { get; set; } = [];

    /// <summary>Where it is for.</summary>
    public List<string> Settings { get; set; } = [];

    public string Source { get; set; } = "";
}
