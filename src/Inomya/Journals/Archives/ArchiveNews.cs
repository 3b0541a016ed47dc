namespace Inomya.Journals;

/// <summary>What a row of an archive is to a journal that holds something.</summary>
internal enum ArchiveNews
{
    New,
    Same,

    /// <summary>The version is here as current, and was corrected or taken out since.</summary>
    Later,

    /// <summary>It is here otherwise.</summary>
    Conflict,
}
