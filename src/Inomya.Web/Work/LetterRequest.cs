using Inomya.Work;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Work;

/// <summary>What was ticked for a letter, as its form sends it. None of it stands in an address or is kept.</summary>
public static class LetterRequest
{
    public const string Letter = "letter",
        Limitation = "limitation",
        Ask = "ask",
        Evidence = "evidence",
        NameIt = "name-it",
        Condition = "condition",
        Country = "country";

    /// <summary>Null while no letter is chosen or nothing is ticked.</summary>
    public static LetterQuestion? Read(IFormCollection form, WorkShelf shelf)
    {
        if (shelf.FindLetter(form[Letter]) is not { } letter)
            return null;
        var limits = shelf.Limitations.Select(l => l.Id).Where(form[Limitation].Contains).ToList();
        return limits.Count == 0
            ? null
            : new LetterQuestion(
                letter.Id,
                limits,
                [.. form[Ask].OfType<string>()],
                EvidenceIn(form),
                shelf.LawOf(form[Country])?.Code,
                ConditionIn(form)
            );
    }

    /// <summary>The condition is named only where that was chosen, here and now.</summary>
    private static string? ConditionIn(IFormCollection form) =>
        form[NameIt] == "yes" && form[Condition].ToString().Trim() is { Length: > 0 } words ? words : null;

    /// <summary>Nothing is told where nothing was chosen.</summary>
    private static LetterEvidence EvidenceIn(IFormCollection form) =>
        Enum.TryParse<LetterEvidence>(form[Evidence], out var told) && Enum.IsDefined(told)
            ? told
            : LetterEvidence.None;

    /// <summary>It was chosen to name the condition, and no words were written.</summary>
    public static bool LacksCondition(IFormCollection form) => form[NameIt] == "yes" && ConditionIn(form) is null;
}
