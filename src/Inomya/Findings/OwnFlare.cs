using System.Globalization;
using Inomya.Analysis;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;

namespace Inomya.Findings;

/// <summary>What the person calls a flare: the outcome at or beyond a value, on some days in a row.</summary>
/// <param name="Outcome">Name of the column.</param>
/// <param name="Threshold">In the outcome's unit; the value itself counts.</param>
/// <param name="Days">In a row, 1 or more; the engine's forecast is of single days at or beyond the threshold.</param>
public sealed record OwnFlare(string Outcome, double Threshold, int Days)
{
    /// <summary>The setting of the journal in which it is kept.</summary>
    public static readonly SettingKey Setting = new("flare-definition");

    /// <summary>Reads the setting; null when there is none or it cannot be read.</summary>
    public static OwnFlare? Parse(string? setting) =>
        setting?.Split('|') is [var outcome, var threshold, var days]
        && double.TryParse(threshold, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
        && int.TryParse(days, CultureInfo.InvariantCulture, out var row)
        && row > 0
            ? new OwnFlare(outcome, value, row)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome}|{Threshold:R}|{Days}");

    /// <summary>
    /// The flares of a series by this definition, in order of time; empty when it is about another outcome.
    /// </summary>
    public IReadOnlyList<Episode> In(DaySeries series) =>
        series.Find(Outcome) is { } column
            ?
            [
                .. FlareEpisodes
                    .Own(column.Values, Threshold, series.First.ToEpochDay(), column.Measure?.Better != Better.Higher)
                    .Where(f => f.ToDay - f.FromDay + 1 >= Days),
            ]
            : [];
}
