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
    private readonly bool _hasExpressions;

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
        _hasExpressions = variables.Count > 0 || All.Any(HasExpression);
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

    /// <summary>What must hold between the answers of the whole form.</summary>
    public IReadOnlyList<FormConstraint> Constraints { get; internal init; } = [];

    /// <summary>What the form asks to be told when it is begun, such as "patient".</summary>
    public IReadOnlyList<string> LaunchContext { get; internal init; } = [];

    /// <summary>It has FHIRPath that must be worked out.</summary>
    public bool HasExpressions => _hasExpressions || Constraints.Count > 0;

    /// <summary>"url|version", as a response names it.</summary>
    public string Canonical => Version is null ? Url ?? "" : $"{Url}|{Version}";

    public FormItem? Find(string linkId) => _byId.GetValueOrDefault(linkId);

    /// <summary>
    /// The item that others name by its LOINC code: "44250-9", "/44250-9" or "/44249-1/44250-9"; null where none or
    /// more than one has that code.
    /// </summary>
    public FormItem? FindByLoinc(string linkId)
    {
        var code = linkId[(linkId.LastIndexOf('/') + 1)..];
        return All.Where(i => i.LoincCodes.Contains(code)).Take(2).ToList() is [var only] ? only : null;
    }

    private static bool HasExpression(FormItem item) =>
        (item.Calculated ?? item.EnableExpression ?? item.InitialExpression ?? item.AnswerExpression) is not null
        || item.Variables.Count + item.Constraints.Count > 0;

    private static IEnumerable<FormItem> Flat(FormItem item) => item.Items.SelectMany(Flat).Prepend(item);

    private void Register(FormItem item)
    {
        _byId.Add(item.LinkId, item);
        foreach (var child in item.Items)
            Register(child);
    }
}
