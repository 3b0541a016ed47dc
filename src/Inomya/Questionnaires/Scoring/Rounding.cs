namespace Inomya.Questionnaires;

public enum Rounding
{
    None,
    HalfUp,
}
