namespace Inomya.Importing;

/// <summary>One format of file that says itself what it holds: an export of a device or of a diary app.</summary>
/// <remarks>A format is one file of code, named in <see cref="FileFormats"/>.</remarks>
internal abstract class FileFormat
{
    /// <summary>Kebab-case name: the source of every fact, and what --as takes.</summary>
    public abstract string Id { get; }

    /// <summary>Tells by name, first bytes and header; never opens the whole file.</summary>
    public abstract bool Recognises(BroughtFile file);

    /// <summary>Reads the file to its end. What cannot be read is refused by line; only what is no such file at all throws.</summary>
    /// <exception cref="ImportException">It is broken in a way that leaves no part of it sure.</exception>
    public abstract void Read(BroughtFile file, ImportSink into, CancellationToken stop);
}
