namespace Inomya.Questionnaires;

/// <summary>
/// A questionnaire, ready to be asked: the R4 Questionnaire without what plays no part in asking and scoring.
/// </summary>
/// <remarks>
/// Made by <see cref="FormReader"/>, which has checked it: link ids are unique, conditions name items that exist and do
/// not go in circles.
/// </remarks>
public sealed class Form
{
    private readonly Dictionary<string, FormItem> _byId = new(StringComparer.Ordinal);

    internal Form(
        string? url,
        string? version,
        string? title,
        string? copyright,
        IReadOnlyList<FormItem> items,
        IReadOnlyList<NamedExpression> variables
    )
    {
        (Url, Version, Title, Copyright, Items, Variables) = (url, version, title, copyright, items, variables);
        foreach (var item in items)
            Register(item);
        All = [.. Items.SelectMany(Flat)];
        HasExpressions =
            variables.Count > 0
            || All.Any(i =>
                (i.Calculated ?? i.EnableExpression ?? i.InitialExpression) is not null || i.Variables.Count > 0
            );
    }

    public string? Url { get; }
    public string? Version { get; }
    public string? Title { get; }

    /// <summary>Shown with the questions, word for word.</summary>
    public string? Copyright { get; }
    public IReadOnlyList<FormItem> Items { get; }
    public IReadOnlyList<NamedExpression> Variables { get; }

    /// <summary>Every item at any depth, in the order of the form.</summary>
    public IReadOnlyList<FormItem> All { get; }

    /// <summary>What the file has and cannot be used here: the form works without.</summary>
    public IReadOnlyList<FormNotice> Notices { get; internal init; } = [];

    /// <summary>It has FHIRPath that must be worked out.</summary>
    public bool HasExpressions { get; }

    /// <summary>"url|version", as a response names it.</summary>
    public string Canonical => Version is null ? Url ?? "" : $"{Url}|{Version}";

    public FormItem? Find(string linkId) => _byId.GetValueOrDefault(linkId);

    private static IEnumerable<FormItem> Flat(FormItem item) => item.Items.SelectMany(Flat).Prepend(item);

    private void Register(FormItem item)
    {
        _byId.Add(item.LinkId, item);
        foreach (var child in item.Items)
            Register(child);
    }
}
