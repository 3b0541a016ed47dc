namespace Inomya.Medicines;

internal sealed class UsualDoseFile
{
    public double AskFromTimes { get; set; }
    public List<IntervalRow> Intervals { get; set; } = [];
    public List<UsualDoseRow> Doses { get; set; } = [];
    public List<ApartRow> Apart { get; set; } = [];
}
