namespace Inomya.Tests.Importing.Apps;

public class TrackAndGraphTests
{
    private const string Header = "FeatureName,Timestamp,Value,Label,Note\n";

    [Fact]
    public void Midnight_is_a_day_and_points_of_one_time_are_all_kept()
    {
        var read = AppFiles.Read(
            Header
                + "Headache,2026-03-21T00:00+02:00,3,Temple,\nHeadache,2026-03-21T00:00+02:00,5,,\nHeadache,2026-03-22T01:15:30.123+01:00,4,,\"two\nlines\"\n"
        );
        Assert.Equal(
            [
                "03-21 own_track_graph_headache=3",
                "03-21 own_label_headache=Temple",
                "03-21 own_track_graph_headache=5",
                "03-21 own_track_graph_headache=4",
            ],
            read.Values()
        );
        Assert.Equal(["03-21 two\nlines"], read.Notes());
        Assert.Equal(4, read.Entries().Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void A_duration_is_seconds_and_a_label_behind_the_value_a_label() =>
        Assert.Equal(
            [
                "03-21 own_track_graph_d=346 s",
                "03-21 own_track_graph_d=4200 s",
                "03-21 own_label_d=Run: far",
                "03-21 own_track_graph_c=-2",
                "03-21 own_label_c=Label 3",
            ],
            AppFiles
                .Read(
                    "FeatureName,Timestamp,Value,Note\nD,2026-03-21T11:07:28Z,0:05:46,\nD,2026-03-21T11:07:28Z,1:10:00:Run: far,\nC,2026-03-21T11:07:28Z,-2:Label 3,\n"
                )
                .Values()
        );

    [Fact]
    public void What_cannot_be_read_is_refused_and_half_a_duration_is_no_number()
    {
        var read = AppFiles.Read(
            Header
                + "A,2026-03-21T11:07:28Z,12:30,,\nA,2026-03-21T11:07:28Z,NaN,,\nA,21/03/2026,1,,\n,2026-03-21T11:07:28Z,1,,\n"
        );
        Assert.Equal(
            ["2 not-a-number Value", "3 not-a-number Value", "4 not-a-date Timestamp", "5 no-name"],
            read.Why()
        );
        Assert.Empty(read.Entries());
    }
}
