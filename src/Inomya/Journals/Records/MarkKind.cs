namespace Inomya.Journals;

/// <summary>What a mark is about.</summary>
public enum MarkKind
{
    /// <summary>A sign that speaks for a look-alike: yes or no.</summary>
    Sign,

    /// <summary>A test that tells look-alikes apart: had.</summary>
    Test,

    /// <summary>A look-alike: ruled-out, known or ask.</summary>
    LookAlike,

    /// <summary>A risk factor: applies or not.</summary>
    Risk,

    /// <summary>A finding of the medicine check: dealt with, for the list of that time.</summary>
    MedicineFinding,
}
