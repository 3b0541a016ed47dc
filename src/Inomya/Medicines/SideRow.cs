namespace Inomya.Medicines;

internal sealed class SideRow
{
    public List<string> Any { get; set; } = [];
    public List<string> Except { get; set; } = [];
    public bool OnSkin { get; set; }
    public AmountRow? AtLeast { get; set; }
    public bool OnlyKnown { get; set; }
    public int WashoutDays { get; set; }
}
