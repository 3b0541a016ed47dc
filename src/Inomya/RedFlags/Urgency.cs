namespace Inomya.RedFlags;

/// <summary>How soon someone should be seen, the soonest last.</summary>
public enum Urgency
{
    TwoWeeks,
    Week,
    Today,
    Now,
}
