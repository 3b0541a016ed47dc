namespace Inomya.Web.Shell;

/// <summary>The five places that one thumb reaches from every page. There is no sixth: what is not here is under "more".</summary>
public static class Places
{
    /// <summary>Address and icon; the icon's name is also the end of its locale key.</summary>
    public static IReadOnlyList<(string Path, string Icon)> All { get; } =
    [("/", "today"), ("/checkin", "checkin"), ("/days", "days"), ("/findings", "findings"), ("/more", "more")];
}
