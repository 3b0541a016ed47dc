namespace Inomya.Movement;

/// <summary>How much of a strength exercise for now.</summary>
/// <param name="Sets">Of each exercise.</param>
/// <param name="Repetitions">In a set; of each side, where a side is worked alone.</param>
public sealed record StrengthStep(int Sets, int Repetitions)
{
    /// <summary>From the low end of the dose: first more repetitions, then one set more.</summary>
    /// <param name="step">0 for the start.</param>
    public static StrengthStep Of(ExerciseDose dose, int step)
    {
        var (sets, times) = (dose.Sets, dose.Repetitions);
        var (least, most) = (times is [var low, ..] ? low : 1, times is [.., var high] ? high : 1);
        var rounds = most - least + 1;
        var (fewest, top) = (sets is [var few, ..] ? few : 1, sets is [.., var many] ? many : 1);
        return step >= rounds * (top - fewest + 1)
            ? new StrengthStep(top, most)
            : new StrengthStep(fewest + (step / rounds), least + (step % rounds));
    }
}
