namespace Inomya.Visits;

/// <summary>One line of a report that can be struck out by itself.</summary>
/// <param name="Id">The same as long as what it is about is, whatever the numbers told of it.</param>
/// <param name="Section">Id of its section; <see cref="Head"/> for what stands above them.</param>
/// <param name="Text">All that it tells.</param>
/// <param name="Names">Names in it that may stand elsewhere too: struck out here, they are nowhere.</param>
public sealed record ReportLine(string Id, string Section, string Text, IReadOnlyList<string> Names)
{
    public const string Head = "head";
}
