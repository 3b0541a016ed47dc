using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Shell;

/// <summary>A page that is drawn once it has read what it shows, and not before.</summary>
/// <remarks>The framework draws a page for the first time while <c>OnInitializedAsync</c> still waits: for a journal that is being opened, or for PostgreSQL, nothing would be there yet.</remarks>
public abstract class LoadedPage : ComponentBase
{
    /// <summary>Reads what the page shows. Parameters are set; nothing was drawn.</summary>
    protected abstract Task LoadAsync();

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
