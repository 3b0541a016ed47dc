using Inomya.Vocabulary;

namespace Inomya.Journals;

/// <summary>A sample that stands: no later one of the same device tells of the same stretch.</summary>
/// <param name="Measure">Id of a measure, or the name of a stream such as <see cref="SampleBag.SleepStages"/>.</param>
/// <param name="Rule">How its samples become a value a day.</param>
/// <param name="Device">As its file names it.</param>
public readonly record struct StandingSample(string Measure, DailyRule Rule, string Device, Reading Reading);
