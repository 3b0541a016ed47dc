namespace Inomya.RiskFactors;

public enum EffectKind
{
    OddsRatio,
    HazardRatio,
    RelativeRisk,
    Percent,
}
