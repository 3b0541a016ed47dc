namespace Inomya.Links;

/// <summary>Why a link of somebody else's gave nothing; last part of the locale key links.problem.NAME.</summary>
public enum LinkProblem
{
    /// <summary>There is no such link in what was pasted.</summary>
    NotALink,

    /// <summary>It asks for something newer than we know.</summary>
    Newer,

    /// <summary>Its own date is over.</summary>
    Expired,

    /// <summary>The server knows no such link, or not any more.</summary>
    Gone,

    /// <summary>The passcode was wrong, or one is needed.</summary>
    Passcode,

    /// <summary>The server did not answer, or not as the standard says.</summary>
    NoAnswer,

    /// <summary>Only an address that begins with https is asked.</summary>
    NotSafe,

    /// <summary>The file is no locked file.</summary>
    NotLocked,

    /// <summary>The key does not fit, or the file was changed.</summary>
    WrongKey,

    TooLarge,

    /// <summary>Nothing in it that we can read.</summary>
    Nothing,
}
