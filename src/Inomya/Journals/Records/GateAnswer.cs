using NodaTime;

namespace Inomya.Journals;

/// <summary>
/// What the person answered to a question that is asked before a programme, or a part of the app that is not for
/// everyone, begins.
/// </summary>
/// <remarks>
/// One current answer a gate: <see cref="IdOf"/> is its <see cref="Recorded.Id"/>. No answer is never a "no", and an
/// answer holds for a number of days only: content says for how many.
/// </remarks>
public sealed record GateAnswer : Recorded
{
    /// <summary>Id of the gate in content; the answer to one that content no longer has is kept.</summary>
    public required string Gate { get; init; }

    public required bool Yes { get; init; }

    /// <summary>The day on which the person said so.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The id that the answer to a gate always has, so that it is never there twice.</summary>
    public static Guid IdOf(string gate) => ImportId("gate", gate);
}
