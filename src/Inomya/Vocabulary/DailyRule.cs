namespace Inomya.Vocabulary;

/// <summary>How several values recorded on one local day become the one value of that day.</summary>
public enum DailyRule
{
    /// <summary>The arithmetic mean: for ratings made at different hours.</summary>
    Mean,

    /// <summary>The total: for counts and amounts that add up.</summary>
    Sum,

    /// <summary>The highest: for yes/no, where one yes makes the day a yes.</summary>
    Max,

    /// <summary>The one recorded last: for values that are meant to replace each other.</summary>
    Last,

    /// <summary>The middle one: for spot values with stray ones among them, such as the variability of the pulse.</summary>
    Median,

    /// <summary>The mean of the means of the hours: for a device that measures now and then, and often while one moves.</summary>
    HourlyMean,
}
