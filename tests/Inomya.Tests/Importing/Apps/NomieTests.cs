using Inomya.Importing;

namespace Inomya.Tests.Importing.Apps;

public class NomieTests
{
    private static string Backup(string events) =>
        """{"nomie":{"number":"5.6.4"},"trackers":{"pain":{"tag":"pain","label":"Pain","type":"range","min":0,"max":10},"walk":{"tag":"walk","label":"Walk","type":"timer"},"t":{"tag":"temp","type":"value"}},"boards":[],"events":["""
        + events
        + "],\"people\":{}}";

    /// <summary>29 June 2026, 10:00 in Madrid.</summary>
    private const string Morning = "1782720000000";

    [Fact]
    public void A_note_is_ratings_amounts_and_yes_on_the_scale_of_its_tracker()
    {
        var read = AppFiles.Read(
            Backup(
                $$"""{"note":"#pain(7) after #walk(00:20:00) with @friend +home, #coffee #temp(36.8)","start":{{Morning}},"end":{{Morning}},"score":-1,"offset":-120}"""
            ),
            "nomie.json"
        );
        Assert.Equal(
            [
                "06-29 pain=7 of 0-10",
                "06-29 own_nomie_walk=1200 s",
                "06-29 own_context_home=1",
                "06-29 own_nomie_coffee=1",
                "06-29 own_nomie_temp=36.8",
            ],
            read.Values()
        );
        Assert.Equal(
            "06-29 #pain(7) after #walk(00:20:00) with @friend +home, #coffee #temp(36.8)",
            Assert.Single(read.Notes())
        );
        Assert.Equal(["@ 1"], read.Passed());
    }

    [Fact]
    public void Late_at_night_is_the_day_before_and_tags_alone_are_no_note()
    {
        // 30 June, 01:00 in Madrid
        var read = AppFiles.Read(Backup("""{"note":"#pain(2)","end":1782774000000}"""), "nomie.json");
        Assert.Equal(["06-29 pain=2 of 0-10"], read.Values());
        Assert.Empty(read.Notes());
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_the_number_of_its_log()
    {
        var read = AppFiles.Read(
            Backup(
                $$"""{"note":"#pain(lots)","end":{{Morning}}},{"note":"#pain(11)","end":{{Morning}}},{"note":"#pain(1)"},{"note":"#pain(1)","end":1e300},{"note":"","end":{{Morning}}},7"""
            ),
            "nomie.json"
        );
        Assert.Equal(
            [
                "1 not-a-number #pain",
                "2 off-the-scale Pain",
                "3 not-a-date end",
                "4 not-a-date end",
                "6 not-a-date end",
            ],
            read.Why()
        );
        Assert.Equal(6, read.Rows);
        Assert.Equal(["note 1"], read.Passed());
    }

    [Fact]
    public void A_broken_backup_is_told_with_its_place()
    {
        var error = Assert.Throws<ImportException>(() =>
            AppFiles.Read("{\"nomie\":{\"number\":\"5\"},\n\"events\":[{\"note\":}]}", "nomie.json")
        );
        Assert.Equal((ImportProblem.BrokenRecord, "2:19"), (error.Why, error.Detail));
    }

    [Fact]
    public void The_table_of_logs_is_read_alike()
    {
        var read = AppFiles.Read(
            $"epoch,start,end,offset,note,lat,lng,location,score\n{Morning},2026-06-29T10:00:00.000,2026-06-29T10:00:00.000,-120,#pain(7),40.4,,,0\nx,,,,#pain(1),,,,0\n"
        );
        Assert.Equal(["06-29 own_nomie_pain=7"], read.Values());
        Assert.Equal(["3 not-a-date end"], read.Why());
        Assert.Equal(["lat 1"], read.Passed());
    }

    [Fact]
    public void In_the_table_of_days_a_zero_is_every_day_without_a_log()
    {
        var read = AppFiles.Read(
            "date,#pain,#coffee,+home,@friend\n2026-06-29,7,0,1,2\n2026-06-28,0,0,0,0\n2026-06-27,x,,,\n"
        );
        Assert.Equal(["06-29 own_nomie_pain=7", "06-29 own_context_home=1"], read.Values());
        Assert.Equal(["#coffee: 0 2", "#pain: 0 1", "+home: 0 1", "@ 2"], read.Passed());
        Assert.Equal(["4 not-a-number #pain"], read.Why());
    }
}
