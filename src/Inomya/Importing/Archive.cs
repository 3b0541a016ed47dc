using System.IO.Compression;

namespace Inomya.Importing;

/// <summary>The files of an archive, one after the other; nothing is ever written to the disk under a name of theirs.</summary>
internal static class Archive
{
    /// <summary>More than any export of a life holds, unpacked.</summary>
    private const long MostUnpacked = 40L << 30;

    /// <summary>Records pack to a fiftieth; what packs to less than this says nothing.</summary>
    private const int MostTimesSmaller = 300;

    /// <summary>A sheet, or a table in an archive, is looked at as a whole.</summary>
    public const long MostHeld = 512L << 20;

    private const int MostFiles = 200_000;
    private const int FewBytes = 1 << 20;

    public static bool IsOne(BroughtFile file) => file.Head.AsSpan().StartsWith("PK\u0003\u0004"u8);

    /// <summary>Is there a file of this name in it?</summary>
    public static bool Holds(BroughtFile archive, string name)
    {
        using var stream = archive.Open();
        using var zip = Open(stream, archive.Name);
        return zip.GetEntry(name) is not null;
    }

    /// <summary>Refuses one that unpacks to more than is held in memory: for what is not read as it streams.</summary>
    /// <exception cref="ImportException">It does, or it is damaged.</exception>
    public static void CheckHeld(BroughtFile archive)
    {
        using var stream = archive.Open();
        using var zip = Open(stream, archive.Name);
        if (Unpacked(zip) > MostHeld)
            throw new ImportException(ImportProblem.ArchiveTooLarge, archive.ShortName);
    }

    /// <summary>Goes through the files. Each is open only until the next one is asked for.</summary>
    /// <exception cref="ImportException">It is no whole archive, or unpacks to more than anything real.</exception>
    public static IEnumerable<BroughtFile> Files(BroughtFile archive)
    {
        using var stream = archive.Open();
        using var zip = Open(stream, archive.Name);
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            yield return FileOf(entry);
    }

    private static ZipArchive Open(Stream stream, string name)
    {
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            Check(zip);
            return zip;
        }
        catch (InvalidDataException)
        {
            throw new ImportException(ImportProblem.BrokenArchive, name);
        }
    }

    private static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles || Unpacked(zip) > MostUnpacked)
            throw new ImportException(ImportProblem.ArchiveTooLarge, $"{zip.Entries.Count}");
        foreach (var entry in zip.Entries)
            if (entry.Length > FewBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MostTimesSmaller)
                throw new ImportException(ImportProblem.ArchiveTooLarge, entry.FullName);
    }

    /// <summary>Bytes, as the archive says; not whole numbers, since one that lies may say more than fits.</summary>
    private static double Unpacked(ZipArchive zip) => zip.Entries.Sum(e => (double)e.Length);

    private static BroughtFile FileOf(ZipArchiveEntry entry)
    {
        using var start = Opened(entry);
        var head = new byte[Math.Min(BroughtFile.HeadBytes, entry.Length)];
        var read = start.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new BroughtFile(entry.FullName.Replace('\\', '/'), entry.Length, () => Opened(entry), head[..read]);
    }

    /// <summary>No more than the archive says: one that lies of its length ends there.</summary>
    private static EndsAt Opened(ZipArchiveEntry entry)
    {
        try
        {
            return new EndsAt(entry.Open(), entry.Length, entry.FullName);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new ImportException(ImportProblem.BrokenArchive, entry.FullName);
        }
    }
}
