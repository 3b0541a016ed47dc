namespace Inomya.Questionnaires;

/// <summary>RAND-36 version 1.0, developed at RAND as part of the Medical Outcomes Study.</summary>
/// <remarks>
/// Each answer is recoded to 0-100, each scale is the mean of its answered items; a scale without an answer is open.
/// Source: RAND, scoring instructions for the 36-Item Health Survey 1.0; Hays et al. (1993),
/// doi:10.1002/hec.4730020305.
/// </remarks>
internal static class Rand36
{
    /// <summary>How the steps of an item are spread over 0-100, and whether the first step is the best.</summary>
    private sealed record Recoding(int Steps, bool FirstIsBest);

    private static readonly Dictionary<int, Recoding> Items = Recodings(
        (new(5, true), [1, 2, 20, 22, 34, 36]),
        (new(3, false), [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        (new(2, false), [13, 14, 15, 16, 17, 18, 19]),
        (new(6, true), [21, 23, 26, 27, 30]),
        (new(6, false), [24, 25, 28, 29, 31]),
        (new(5, false), [32, 33, 35])
    );

    private static readonly (string Name, int[] Items)[] Scales =
    [
        ("physicalFunctioning", [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ("rolePhysical", [13, 14, 15, 16]),
        ("roleEmotional", [17, 18, 19]),
        ("energyFatigue", [23, 27, 29, 31]),
        ("emotionalWellbeing", [24, 25, 26, 28, 30]),
        ("socialFunctioning", [20, 32]),
        ("pain", [21, 22]),
        ("generalHealth", [1, 33, 34, 35, 36]),
        ("healthChange", [2]),
    ];

    public static Scores Score(Answers answers, Meaning meaning)
    {
        var scores = new Scores();
        var all = Array.ConvertAll(Scales, scale => Mean(answers, meaning, scale.Items));
        for (var i = 0; i < all.Length; i++)
            scores.Add(Scales[i].Name, all[i]);
        scores.Add(Scores.Classification, FunctionScales.Completeness(all));
        return scores;
    }

    private static double? Mean(Answers answers, Meaning meaning, int[] items)
    {
        var given = items.Select(i => Recoded(answers, meaning, i)).OfType<double>().ToList();
        return given.Count == 0 ? null : given.Sum() / given.Count;
    }

    private static double? Recoded(Answers answers, Meaning meaning, int item)
    {
        if (answers.Number($"q{item}") is not { } step)
            return null;
        var (steps, firstIsBest) = Items[item];
        return meaning.Number("top") * (firstIsBest ? steps - step : step - 1) / (steps - 1);
    }

    private static Dictionary<int, Recoding> Recodings(params (Recoding Recoding, int[] Items)[] groups) =>
        groups.SelectMany(g => g.Items.Select(i => (Item: i, g.Recoding))).ToDictionary(p => p.Item, p => p.Recoding);
}
