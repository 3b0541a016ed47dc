namespace Inomya.LookAlikes;

public enum TestKind
{
    Lab,
    Imaging,
    Examination,
    Questionnaire,
}
