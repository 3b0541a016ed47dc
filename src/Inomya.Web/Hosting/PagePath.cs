using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Hosting;

/// <summary>Where a page is in the app, wherever the app is.</summary>
public static class PagePath
{
    /// <summary>The address of this page as the app writes it, such as "/sleep/diary": without host, query, and the path below which the app is reached.</summary>
    public static string PathOfPage(this NavigationManager navigation) =>
        "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
}
