namespace Inomya.Programmes;

/// <summary>A form in which a person writes for themselves, such as a thought record.</summary>
/// <remarks>Its words are <c>worksheet.ID.title</c>, <c>worksheet.ID.lead</c> and one for each field.</remarks>
public sealed class WorksheetForm
{
    public string Id { get; set; } = "";

    /// <summary>The fields marked <see cref="WorksheetField.Each"/> are asked for every one of these.</summary>
    public List<string> Areas { get; set; } = [];

    public List<WorksheetField> Fields { get; set; } = [];

    /// <summary>What was written in it goes to nobody, not even where the person adds what they wrote to a visit.</summary>
    public bool ToNobody { get; set; }

    /// <summary>Keys of <see cref="WorksheetForms.Sources"/>.</summary>
    public List<string> Sources { get; set; } = [];

    /// <summary>
    /// Every field with the name it is kept by, in the order in which they are asked: first those of each area, by area.
    /// </summary>
    public IEnumerable<(string Name, string? Area, WorksheetField Field)> Asked() =>
        Areas
            .SelectMany(area => Fields.Where(f => f.Each).Select(f => ($"{area}.{f.Id}", (string?)area, f)))
            .Concat(Fields.Where(f => !f.Each).Select(f => (f.Id, (string?)null, f)));
}
