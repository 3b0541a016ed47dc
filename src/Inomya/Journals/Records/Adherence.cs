namespace Inomya.Journals;

/// <summary>Whether a day of an experiment went as the plan said.</summary>
public enum Adherence
{
    AsSaid,
    Otherwise,
}
