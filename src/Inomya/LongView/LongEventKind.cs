namespace Inomya.LongView;

/// <summary>Last part of the locale key long-view.event.KIND.</summary>
public enum LongEventKind
{
    Began,
    Ended,
    FlareBegan,
}
