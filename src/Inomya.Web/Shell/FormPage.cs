using Inomya.Content;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Shell;

/// <summary>A page with a form, which shows again what was typed and says what is wrong with it.</summary>
public abstract class FormPage : LoadedPage
{
    private protected readonly List<(string Name, string Message)> _errors = [];

    /// <summary>What was sent; null while the page is only looked at.</summary>
    private protected IFormCollection? _form;

    [Inject]
    private IHttpContextAccessor Sender { get; set; } = null!;

    [Inject]
    private Words Sentences { get; set; } = null!;

    private protected Task<IFormCollection> FormAsync() => Sender.HttpContext!.Request.ReadFormAsync();

    /// <summary>What was sent; null where the page is only looked at.</summary>
    private protected async Task<IFormCollection?> SentAsync() =>
        Sender.HttpContext!.Request is { HasFormContentType: true } ? await FormAsync() : null;

    /// <param name="key">Locale key of what is wrong with the field.</param>
    private protected void Wrong(string field, string key) => _errors.Add((field, Sentences[key]));

    /// <summary>What was sent in a field, without the spaces around it.</summary>
    private protected string Text(string field) => _form![field].ToString().Trim();

    /// <summary>The same; null where there is nothing but spaces.</summary>
    private protected string? TextOrNull(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>What stands in a field: as it was typed where the form was sent, or else what was there before.</summary>
    private protected string? Typed(string field, string? before = null) =>
        _form is not null && _form.ContainsKey(field) ? _form[field].ToString() : before;
}
