using Inomya.Content;
using Inomya.Experiments;
using NodaTime;

namespace Inomya.Web.Experiments;

/// <summary>What a day of a test asks for, in a line.</summary>
internal static class DayText
{
    /// <param name="hidden">Only the number of the packet may be told.</param>
    public static string Of(Words words, ExperimentRun run, LocalDate day, bool hidden) =>
        hidden ? words["experiments.today.packet", ("n", run.BlockOn(day) + 1)]
        : run.IsWithOn(day) ? run.Protocol.Plan.With
        : run.Protocol.Plan.Without;
}
