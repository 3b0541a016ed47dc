using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Exports;

/// <summary>The whole journal in one zip file, which a journal takes in again without loss.</summary>
public static class WholeArchive
{
    /// <summary>The format, as --as and the result of an import name it.</summary>
    public const string Format = ArchiveManifest.Archives;

    public static Task WriteAsync(Journal journal, Words words, Stream to, CancellationToken stop = default) =>
        journal.WriteArchiveAsync(to, words["export.readme"], WithoutSecrets.Of, stop);
}
