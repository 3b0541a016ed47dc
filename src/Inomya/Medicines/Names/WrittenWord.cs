namespace Inomya.Medicines;

/// <summary>One word of a written name.</summary>
/// <param name="Starts">It stands after "/", "+" or a comma, or is the first.</param>
/// <param name="Cut">A full stop follows, so that it may be cut short.</param>
internal readonly record struct WrittenWord(string Text, bool Starts, bool Cut = false);
