namespace Inomya.Web.Design;

/// <summary>What a notice is. Error is spoken at once by a screen reader, success when it is done speaking, the others when read.</summary>
public enum NoticeKind
{
    Info,
    Success,
    Warning,
    Error,
}
