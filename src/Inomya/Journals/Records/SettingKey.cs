namespace Inomya.Journals;

/// <summary>What a setting is kept under. Each is named once, by the feature whose choice it is.</summary>
public readonly record struct SettingKey(string Name)
{
    public override string ToString() => Name;
}
