using NodaTime;

namespace Inomya.Journals;

/// <summary>The answers to one questionnaire, as far as they were given.</summary>
public sealed record Response : Recorded
{
    /// <summary>Id of a shipped instrument, or "own:" and the id of an <see cref="OwnForm"/>.</summary>
    public required string Instrument { get; init; }

    /// <summary>
    /// Version of the form and of the rules that scored it: an old response is never scored again by a new rule.
    /// </summary>
    public required string Version { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>The person has finished it; otherwise it can be taken up again.</summary>
    public bool Completed { get; init; }

    /// <summary>FHIR QuestionnaireResponse with every answer, also those that count for nothing now.</summary>
    public required string Json { get; init; }

    /// <summary>JSON of rule → score → value; null until it is completed or where there is nothing to score.</summary>
    public string? Scores { get; init; }

    /// <summary>"questionnaire", or the name of an import format.</summary>
    public required string Source { get; init; }
}

/// <summary>
/// A questionnaire that the person brought: their own licensed copy stays here and is left out of exports.
/// </summary>
public sealed record OwnForm : Recorded
{
    public required string Title { get; init; }

    /// <summary>url|version of the form.</summary>
    public string? Canonical { get; init; }

    /// <summary>FHIR Questionnaire as it came.</summary>
    public required string Json { get; init; }
}

public enum HistoryKind
{
    Onset,
    Event,
    Cause,
    Family,
    Condition,
    Worse,
    Better,
    Tried,
    Imaging,
}

/// <summary>One sentence of the person's story.</summary>
public sealed record HistoryItem : Recorded
{
    public required HistoryKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Year, month or day, as exactly as the person knows: 2019, 2019-03 or 2019-03-14.</summary>
    public string? Since { get; init; }

    /// <summary>As <see cref="Since"/>; null while it goes on or where it has no end.</summary>
    public string? Until { get; init; }
}

/// <summary>One result of one laboratory test, as the laboratory gave it.</summary>
public sealed record LabResult : Recorded
{
    public required string Test { get; init; }

    /// <summary>LOINC code, where known.</summary>
    public string? Loinc { get; init; }
    public required LocalDate Day { get; init; }
    public double? Value { get; init; }

    /// <summary>&lt; or &gt;, where the laboratory gave only a limit.</summary>
    public string? Comparator { get; init; }

    /// <summary>For results that are words, such as "negative".</summary>
    public string? Text { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The laboratory's own reference range, which goes before any other.</summary>
    public double? RangeLow { get; init; }
    public double? RangeHigh { get; init; }
    public string? Lab { get; init; }
    public required string Source { get; init; }
}

/// <summary>One finding of one examination, such as the range of motion of a shoulder.</summary>
public sealed record Examination : Recorded
{
    public required string Kind { get; init; }
    public required LocalDate Day { get; init; }

    /// <summary>left or right; null where there is no side.</summary>
    public string? Side { get; init; }
    public double? Value { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }
    public string? Text { get; init; }

    /// <summary>Who examined: a name or a role, in the person's words.</summary>
    public string? By { get; init; }
}

public enum CostKind
{
    Medicine,
    Visit,
    Therapy,
    Travel,
    Aid,
    LostWork,
    Other,
}

/// <summary>What the illness cost on a day: money, hours, or both.</summary>
public sealed record Cost : Recorded
{
    public required CostKind Kind { get; init; }
    public required LocalDate Day { get; init; }
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217, such as EUR.</summary>
    public string? Currency { get; init; }
    public double? Hours { get; init; }
    public string? Text { get; init; }
}
