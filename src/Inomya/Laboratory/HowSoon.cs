namespace Inomya.Laboratory;

/// <summary>How soon a result needs to be seen by someone who can act on it, the soonest last.</summary>
public enum HowSoon
{
    Week,
    Today,
    Now,
}
