namespace Inomya.Medicines;

internal sealed class ClassFile
{
    public List<ClassRow> Classes { get; set; } = [];
}
