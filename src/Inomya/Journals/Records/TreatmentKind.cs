namespace Inomya.Journals;

public enum TreatmentKind
{
    Medicine,
    Supplement,
    Therapy,
    Exercise,
    Device,
    Diet,
    Programme,
}
