namespace Inomya.Web.Design;

/// <summary>How much a button asks to be pressed. A page has one primary button.</summary>
public enum ButtonKind
{
    Primary,
    Quiet,
    Danger,
}
