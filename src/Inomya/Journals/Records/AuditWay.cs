namespace Inomya.Journals;

/// <summary>How somebody came to another's journal.</summary>
public enum AuditWay
{
    /// <summary>A page of the app.</summary>
    Page,

    /// <summary>An address that was handed on, such as a shared report.</summary>
    Link,

    /// <summary>The command line of the server.</summary>
    Command,
}
