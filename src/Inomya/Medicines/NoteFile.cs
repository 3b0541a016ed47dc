namespace Inomya.Medicines;

internal sealed class NoteFile
{
    public List<NoteRow> Notes { get; set; } = [];
}
