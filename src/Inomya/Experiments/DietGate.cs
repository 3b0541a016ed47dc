using Inomya.Vocabulary;

namespace Inomya.Experiments;

/// <summary>
/// Whether a change of diet may be tested by oneself: it is food that is left out, so what is asked before a food trial
/// is asked before it too.
/// </summary>
/// <param name="IsOpen">Every question before a food trial was answered, and nothing closes it.</param>
/// <param name="Names">What diets are called: the person's own, and those that have an evidence card.</param>
public sealed record DietGate(bool IsOpen, IReadOnlyList<string> Names)
{
    /// <summary>Is it closed, and does what is written name a diet?</summary>
    public bool Closes(string written)
    {
        var words = PlainWords.Of(written);
        return !IsOpen && Names.Any(n => PlainWords.Contain(words, PlainWords.Of(n)));
    }
}
