namespace Inomya.Web.Search;

/// <summary>One thing that can be found.</summary>
/// <param name="Kind">End of the locale key <c>search.kind.KIND</c>; results are grouped by it.</param>
/// <param name="Title">In the language of the page.</param>
/// <param name="About">What it is for, in a line; null where the title says it.</param>
/// <param name="Said">Plain words it is found by, in every language and by every name in use, with a blank between.</param>
public sealed record SearchEntry(string Kind, string Path, string Title, string? About, string Said);
