namespace Inomya.Vocabulary;

/// <summary>One of the 19 areas of the widespread pain index.</summary>
/// <param name="Id">Such as "lower_leg_left"; left and right are the person's own.</param>
/// <param name="Group">Region of the 2016 criteria: left_upper, right_upper, left_lower, right_lower, axial.</param>
/// <param name="CountsForGroup">False for jaw, chest and abdomen, which count for the index but not for the five regions.</param>
/// <remarks>Source: Wolfe et al. (2016), Semin. Arthritis Rheum. 46, 319-329, doi:10.1016/j.semarthrit.2016.08.012.</remarks>
public sealed record BodyRegion(string Id, string Group, bool CountsForGroup);
