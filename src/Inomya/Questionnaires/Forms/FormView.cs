namespace Inomya.Questionnaires;

/// <summary>How much of a form to go through.</summary>
public enum FormView
{
    /// <summary>What people see now.</summary>
    Seen,

    /// <summary>Also what is hidden from people or calculated; what a condition leaves out is left out.</summary>
    Enabled,

    /// <summary>Every item, whatever its conditions say.</summary>
    All,
}
