using System.Globalization;
using Inomya.Checkins;
using Inomya.Vocabulary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Inomya.Web.Checkins;

/// <summary>
/// Reads the answers in the fields of one check-in. A field that cannot be read is told; the others still count.
/// </summary>
/// <param name="asked">The measures that the form asks.</param>
internal sealed class CheckinFormReader(IFormCollection form, IReadOnlyList<Measure> asked)
{
    private readonly Dictionary<Question, double?> _values = [];
    private readonly List<(string Field, Question Question, string Why)> _wrong = [];

    public IReadOnlyDictionary<Question, double?> Values => _values;
    public IReadOnlyList<(string Field, Question Question, string Why)> Wrong => _wrong;

    public void ReadMeasures()
    {
        foreach (var measure in asked)
            if (measure is { Ask: "different", Kind: MeasureKind.YesNo })
                _values[new(measure.Id)] = Ticked(CheckinForm.Different, CheckinForm.DifferentRest, measure.Id);
            else if (form.ContainsKey(CheckinForm.Field(measure.Id)))
                ReadNumber(CheckinForm.Field(measure.Id), new(measure.Id), measure);
    }

    /// <summary>Where it hurts, and how strongly there.</summary>
    public void ReadRegions(IReadOnlyList<BodyRegion> regions)
    {
        foreach (var region in regions)
        {
            _values[new(Checkin.PainArea, region.Id)] = Ticked(CheckinForm.Areas, CheckinForm.AllAreas, region.Id);
            var field = CheckinForm.RegionField(region.Id);
            if (form.ContainsKey(field))
                ReadNumber(field, new("pain", region.Id), asked.First(m => m.Id == "pain"));
        }
    }

    /// <summary>What stays the same counts only where nothing was answered by name.</summary>
    public void ReadSteady()
    {
        foreach (var (id, text) in form[CheckinForm.Steady].SelectMany(s => QueryHelpers.ParseQuery(s)))
            if (
                asked.FirstOrDefault(m => m.Id == id) is { } measure
                && _values.GetValueOrDefault(new(id)) is null
                && double.TryParse(text, CultureInfo.InvariantCulture, out var same)
                && measure.Refuses(same) is null
            )
                _values[new(id)] = same;
    }

    private void ReadNumber(string field, Question question, Measure measure)
    {
        if (!Design.NumberField.TryRead(form[field], out var value))
            _wrong.Add((field, question, RefusalReason.NotANumber.Key));
        else if (value is { } v && measure.Refuses(v) is { } why)
            _wrong.Add((field, question, why.Key));
        else
            _values[question] = value;
    }

    /// <summary>
    /// Ticked is 1; not ticked is 0 where the person said that the ticked ones are all, and otherwise not recorded.
    /// </summary>
    private double? Ticked(string list, string all, string id) =>
        form[list].Contains(id) ? 1
        : form.ContainsKey(all) ? 0
        : null;
}
