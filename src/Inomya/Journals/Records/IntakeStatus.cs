namespace Inomya.Journals;

public enum IntakeStatus
{
    Taken,
    Late,
    Skipped,
    Extra,
}
