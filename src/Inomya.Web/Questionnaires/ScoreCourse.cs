using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Web.Design.Charts;

namespace Inomya.Web.Questionnaires;

/// <summary>One score of one questionnaire over time, as a chart draws it.</summary>
internal sealed record ScoreCourse(ShelfForm Form, ScoreChange Change)
{
    /// <summary>Null when no response has this score.</summary>
    /// <param name="completed">The oldest first.</param>
    public static ScoreCourse? Of(ShelfForm form, ScoreMeaning score, IEnumerable<Response> completed) =>
        ScoreChange.Of(form.Instrument, score, completed) is { } change ? new ScoreCourse(form, change) : null;

    public ScoreMeaning Score => Change.Score;

    public IReadOnlyList<(Response Response, double Value)> Values => Change.Values;

    public bool IsCourse => Values.Count > 1;

    /// <summary>The bands behind the values; null where some value was told another publication's.</summary>
    private BandSet? Set =>
        Form.Instrument.Meaning.BandsOf(Score.Id) is { } set && Values.All(v => IsTold(v.Response, set)) ? set : null;

    private bool IsTold(Response response, BandSet set) =>
        QuestionnaireBook.StoredBand(response, Score, Form.Instrument.Meaning) is { } told
        && (told.Set, told.Version) == (set.Id, set.Version);

    private string? BandOf(Words words, Response response) => Form.BandOf(words, response, Score)?.Name;

    private bool HasBands(Words words) => Values.Any(v => BandOf(words, v.Response) is not null);

    public IReadOnlyList<string> Columns(Words words) =>
        !HasBands(words) ? [Form.NameOf(words, Score)] : [Form.NameOf(words, Score), words["scores.band"]];

    public IReadOnlyList<PointsChart.Point> Points(Words words) =>
        [
            .. Values.Select(v => new PointsChart.Point(
                v.Response.Day,
                v.Value,
                HasBands(words) ? [words.Number(v.Value), BandOf(words, v.Response) ?? ""] : [words.Number(v.Value)],
                v.Response.Version
            )),
        ];

    public IReadOnlyList<PointsChart.Band> Bands(Words words)
    {
        if (Set is not { } set || Score.Range is not [var low, var top])
            return [];
        var starts = set.Steps.Select(s => s.From ?? s.Above ?? low).ToList();
        return
        [
            .. set.Steps.Select(
                (s, i) =>
                    new PointsChart.Band(
                        Math.Max(low, starts[i]),
                        i + 1 < starts.Count ? starts[i + 1] : top,
                        words[$"instrument.{Form.Instrument.Id}.band.{set.Id}.{s.Key}"]
                    )
            ),
        ];
    }

    public string? BandsLabel(Words words) => Set is { } set ? words["scores.bands", ("version", set.Version)] : null;

    /// <summary>How far from the first value a change is small; only where a source says how much matters.</summary>
    public PointsChart.Band? Corridor(Words words) =>
        Form.Instrument.Meaning.ChangeOf(Score.Id)?.PointsFrom(Values[0].Value) is { } points
            ? new PointsChart.Band(
                Math.Max(Values[0].Value - points, Score.Range?[0] ?? double.NegativeInfinity),
                Math.Min(Values[0].Value + points, Score.Range?[1] ?? double.PositiveInfinity),
                words["scores.corridor", ("points", points)]
            )
            : null;

    /// <summary>What a person who sees the picture would see.</summary>
    public string Summary(Words words)
    {
        var told = FromTo(words);
        if (BandOf(words, Change.Last.Response) is { } band)
            told += " " + words["scores.last-band", ("band", band)];
        if (!Change.IsComparable)
            return $"{told} {words["scores.other-version"]}";
        return Change.Matters is { } matters ? $"{told} {words[ChangeKey(matters)]}" : told;
    }

    private string ChangeKey(bool matters) =>
        !matters
            ? "questionnaires.change.small"
            : Change.IsBetter switch
            {
                true => "scores.change.better",
                false => "scores.change.worse",
                null => "questionnaires.change.matters",
            };

    private string FromTo(Words words) =>
        words[
            "scores.summary",
            ("n", Values.Count),
            ("from", Values[0].Response.Day),
            ("to", Values[^1].Response.Day),
            ("first", Values[0].Value),
            ("last", Values[^1].Value)
        ];

    /// <summary>Where the bands and the size of a change that matters come from.</summary>
    public IEnumerable<SourceNote> Sources =>
        new[] { Set?.Source, Form.Instrument.Meaning.ChangeOf(Score.Id)?.Source }
            .OfType<string>()
            .Distinct()
            .Select(s => Form.Instrument.Meaning.Sources.GetValueOrDefault(s))
            .OfType<SourceNote>()
            .Where(s => Seen.Was(s.Verified));
}
