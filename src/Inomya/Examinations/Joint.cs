namespace Inomya.Examinations;

/// <summary>A joint with the movements that are measured in it.</summary>
public sealed class Joint
{
    public string Id { get; set; } = "";
    public bool Sides { get; set; }
    public List<string> Movements { get; set; } = [];
}
