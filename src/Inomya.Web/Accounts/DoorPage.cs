using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Accounts;

/// <summary>A page on which somebody signs in, and that leads on to where they wanted to go.</summary>
public abstract class DoorPage : FormPage
{
    /// <summary>Where the sign-in leads: an address of this app.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [Inject]
    private protected SignInDoor Door { get; set; } = null!;

    [Inject]
    private protected AccountRoom Accounts { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected IHttpContextAccessor Asked { get; set; } = null!;

    /// <summary>An address of this app and of no other: a slash, and not two, and nothing that a browser reads as one.</summary>
    internal static string OwnAddress(string? to) =>
        to is ['/', not ('/' or '\\'), ..] && !to.Any(c => c is '\\' || char.IsControl(c)) ? to : "/";

    private protected void LeadOn(string? to) => Navigation.NavigateTo(OwnAddress(to));
}
