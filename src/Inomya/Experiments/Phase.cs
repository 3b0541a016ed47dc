namespace Inomya.Experiments;

public enum Phase
{
    Waiting,
    Running,
    Ended,
    Stopped,
}
