namespace Inomya.Analysis;

/// <summary>One reading of the error structure, and the regression under it.</summary>
internal sealed record Reading(Dynamics Dynamics, double Phi, ModelSearch Search, Model Greedy, double Evidence)
{
    /// <summary>The share of an effect that is left the day after.</summary>
    public double CarryOver => Dynamics == Dynamics.Carries ? Phi : 0;
}
