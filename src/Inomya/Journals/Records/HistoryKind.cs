namespace Inomya.Journals;

public enum HistoryKind
{
    Onset,
    Event,
    Cause,
    Family,
    Condition,
    Worse,
    Better,
    Tried,
    Imaging,
}
