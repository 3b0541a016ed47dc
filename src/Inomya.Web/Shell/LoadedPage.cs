using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Shell;

/// <summary>A page that is drawn once it has read what it shows, and not before.</summary>
/// <remarks>The framework draws a page for the first time while <c>OnInitializedAsync</c> still waits: for a journal that is being opened, or for PostgreSQL, nothing would be there yet.</remarks>
public abstract class LoadedPage : ComponentBase
{
    private bool _isNotFound;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Asker { get; set; } = null!;

    /// <summary>Reads what the page shows. Parameters are set; nothing was drawn.</summary>
    protected abstract Task LoadAsync();

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Address.OnNotFound += Remember;
        try
        {
            await LoadAsync();
        }
        finally
        {
            Address.OnNotFound -= Remember;
        }
        // what is not there has nothing to draw, and half of what a page needs was not read
        if (!_isNotFound)
            await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>What the address names is not here, which the page says in its own words, with its own way on.</summary>
    private protected void NotHere() => Asker.HttpContext?.AnswerNotFound();

    private void Remember(object? sender, NotFoundEventArgs e) => _isNotFound = true;
}
