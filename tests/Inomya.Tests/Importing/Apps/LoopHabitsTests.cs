namespace Inomya.Tests.Importing.Apps;

public class LoopHabitsTests
{
    private const string Words =
        "Date,Stretching,Walk outside,Minutes of breathing,\n2026-03-03,YES_MANUAL,NO,7000,\n2026-03-02,SKIP,UNKNOWN,UNKNOWN,\n2026-03-01,YES_AUTO,YES_MANUAL,3500,\n";

    [Fact]
    public void Done_and_not_done_are_answers_and_what_was_worked_out_is_none()
    {
        var read = AppFiles.Read(Words, "any.csv");
        Assert.Equal(
            [
                "03-03 own_loop_habits_stretching=1",
                "03-03 own_loop_habits_walk_outside=0",
                "03-03 own_loop_habits_minutes_of_breathing=7",
                "03-01 own_loop_habits_walk_outside=1",
                "03-01 own_loop_habits_minutes_of_breathing=3.5",
            ],
            read.Values()
        );
        Assert.Equal(["SKIP 1", "UNKNOWN 2", "YES_AUTO 1"], read.Passed());
    }

    [Fact]
    public void Older_files_have_numbers_for_the_words()
    {
        var read = AppFiles.Read(
            "Date,Meditate,\n2026-03-03,2,\n2026-03-02,0,\n2026-03-01,1,\n2026-02-28,3,\n2026-02-27,-1,\n",
            "Checkmarks.csv"
        );
        Assert.Equal(["03-03 own_loop_habits_meditate=1", "03-02 own_loop_habits_meditate=0"], read.Values());
        Assert.Equal(["SKIP 1", "UNKNOWN 1", "YES_AUTO 1"], read.Passed());
    }

    [Fact]
    public void Of_the_folder_of_one_habit_only_the_notes_are_read_since_the_days_stand_in_the_table_of_all()
    {
        var read = AppFiles.Read("Date,Value,Notes\n2026-03-03,YES_MANUAL,at dawn\n", "001 Meditate/Checkmarks.csv");
        Assert.Equal(["03-03 at dawn"], read.Notes());
        Assert.Equal(["Value 1"], read.Passed());
        var other = AppFiles.Read("Date,Value,Notes\n2026-03-03,YES_MANUAL,at dawn\n", "002 Walk/Checkmarks.csv");
        Assert.NotEqual(read.Facts[0].Id, other.Facts[0].Id);
    }

    [Fact]
    public void Habits_and_scores_hold_no_days_and_are_named()
    {
        Assert.Equal(
            ["Habits.csv 1"],
            AppFiles.Read("Position,Name,Type,Question\n001,Meditate,YES_NO,Did you?\n", "Habits.csv").Passed()
        );
        Assert.Equal(["Scores.csv 1"], AppFiles.Read("Date,Meditate,\n2026-03-03,0.5,\n", "a/Scores.csv").Passed());
    }

    [Fact]
    public void What_is_neither_a_word_of_theirs_nor_a_day_is_refused_by_line()
    {
        var read = AppFiles.Read(
            "Date,Walk,\n2026-03-03,YES_MANUAL,\n2026-03-02,PERHAPS,\n2026,NO,\n",
            "Checkmarks.csv"
        );
        Assert.Equal(["3 unknown-word Walk", "4 not-a-date Date"], read.Why());
    }

    [Fact]
    public void A_table_without_their_words_or_name_is_not_theirs() =>
        Assert.All(["2", "NO", "SKIP"], cell =>
            Assert.Null(AppFiles.FormatOf($"Date,Walk\n2026-03-03,{cell}\n", "diary.csv"))
        );
}
