using System.IO.Compression;
using System.Text;
using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Tests.Importing.Apps;

/// <summary>Files of apps as they are brought in, alone or in an archive.</summary>
public class AppArchiveTests
{
    private static ImportReading Read(Stream file, ImportOptions options) => Files.Read(file, options);

    private static MemoryStream Zip(params (string Name, string Text)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        zip.Position = 0;
        return zip;
    }

    [Fact]
    public void The_archive_of_Loop_is_read_once()
    {
        var reading = Read(
            Zip(
                ("Habits.csv", "Position,Name,Type,Question\n001,Meditate,YES_NO,Did you?\n"),
                ("Checkmarks.csv", "Date,Meditate,\n2026-03-03,YES_MANUAL,\n"),
                ("Scores.csv", "Date,Meditate,\n2026-03-03,0.5,\n"),
                ("001 Meditate/Checkmarks.csv", "Date,Value,Notes\n2026-03-03,YES_MANUAL,at dawn\n"),
                ("001 Meditate/Scores.csv", "Date,Score\n2026-03-03,0.5\n")
            ),
            new ImportOptions { Name = "Loop Habits CSV.zip" }
        );
        Assert.Equal("loop-habits", reading.Format);
        Assert.Equal(["2026-03-03=1"], reading.Values());
        Assert.Equal("at dawn", Assert.Single(reading.Facts.OfType<Note>()).Text);
        Assert.Equal(5, reading.Rows);
        Assert.Equal(
            ["Habits.csv 1", "Scores.csv 2", "Value 1"],
            reading.PassedOver.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}")
        );
    }

    [Fact]
    public void Two_attributes_of_Exist_are_two_measures_of_a_day()
    {
        var reading = Read(
            Zip(
                ("data_mood_2026.json", """[{"date":"2026-03-01","value":4}]"""),
                ("data_mood_note_2026.json", """[{"date":"2026-03-01","value":"a day"}]"""),
                ("data_work_note_2026.json", """[{"date":"2026-03-01","value":"long"}]""")
            ),
            new ImportOptions { Name = "exist_export.zip" }
        );
        Assert.Equal(["a day", "long"], reading.Facts.OfType<Note>().Select(n => n.Text).Order());
        Assert.Equal(reading.Facts.Count, reading.Facts.DistinctBy(f => f.Id).Count());
    }

    [Fact]
    public void What_the_person_says_of_a_word_reaches_the_diary()
    {
        var file = new MemoryStream(
            Encoding.UTF8.GetBytes("full_date,time,mood,activities\n2026-03-10,18:50,Refreshed,\n")
        );
        var reading = Read(file, new ImportOptions { Words = new Dictionary<string, double> { ["refreshed"] = 4 } });
        Assert.Equal(("daylio", "2026-03-10=4"), (reading.Format, Assert.Single(reading.Values())));
    }
}
