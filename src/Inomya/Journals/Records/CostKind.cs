namespace Inomya.Journals;

public enum CostKind
{
    Medicine,
    Visit,
    Therapy,
    Travel,
    Aid,
    LostWork,
    Other,
}
