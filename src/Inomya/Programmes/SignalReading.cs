using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Programmes;

/// <summary>What one response tells of a signal.</summary>
internal static class SignalReading
{
    /// <summary>The score or the flag could be told from what was answered.</summary>
    public static bool IsToldIn(Response response, GateSignal signal) =>
        signal.Flag is null ? ScoreOf(response, signal) is not null : FlagOf(response, signal) is not null;

    /// <summary>It is one by a flag, and the flag is set.</summary>
    public static bool IsFlagged(Response response, GateSignal signal) => FlagOf(response, signal) is true;

    /// <summary>Null where none could be told, and for a signal by a flag.</summary>
    public static double? ScoreOf(Response response, GateSignal signal) =>
        signal.Score is { } score ? QuestionnaireBook.StoredNumber(response, signal.Rule!, score) : null;

    private static bool? FlagOf(Response response, GateSignal signal) =>
        signal.Flag is { } flag ? QuestionnaireBook.StoredFlag(response, signal.Rule!, flag) : null;
}
