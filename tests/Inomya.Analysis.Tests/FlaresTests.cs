namespace Inomya.Analysis.Tests;

public class FlaresTests
{
    private const double None = double.NaN;

    [Fact]
    public void A_run_of_bad_days_is_one_flare() =>
        Assert.Equal(
            [new Episode(102, 104, FlareDefinition.Own, 9, 1)],
            FlareEpisodes.Own([1, 2, 7, 9, 8, 3], 7, firstDay: 100)
        );

    [Fact]
    public void Two_days_without_a_record_do_not_end_a_flare_but_three_do()
    {
        Assert.Single(FlareEpisodes.Own([8, None, None, 8], 7, 0));
        Assert.Equal(2, FlareEpisodes.Own([8, None, None, None, 8], 7, 0).Count);
    }

    [Fact]
    public void A_recorded_better_day_ends_a_flare() => Assert.Equal(2, FlareEpisodes.Own([8, 6, 8], 7, 0).Count);

    [Fact]
    public void A_flare_lasts_to_its_last_bad_day_not_into_the_silence_after() =>
        Assert.Equal(0, FlareEpisodes.Own([8, None, None], 7, 0)[0].ToDay);

    [Fact]
    public void Where_low_is_bad_the_threshold_is_from_below() =>
        Assert.Equal(1, FlareEpisodes.Own([5, 2, 5], 2, 0, higherIsWorse: false)[0].FromDay);

    [Fact]
    public void The_model_finds_the_days_that_were_lifted()
    {
        var noise = Diary.Noise(new Random(21), 300);
        var truth = Enumerable.Range(0, 300).Select(t => t % 40 is >= 10 and < 15).ToArray();
        var model = FlareModel.Fit([.. noise.Select((e, t) => 0.5 * e + (truth[t] ? 2.5 : 0))], CancellationToken.None);
        Assert.True(model.Gain > FlareModel.GainNeeded);
        Assert.InRange(model.Lift, 2.1, 2.9);
        Assert.InRange(model.Probability.Select((p, t) => p > 0.5 == truth[t] ? 0 : 1).Sum(), 0, 6);
    }

    [Fact]
    public void Plain_noise_holds_no_flares() =>
        Assert.True(
            FlareModel.Fit(Diary.Noise(new Random(22), 300), CancellationToken.None).Gain < FlareModel.GainNeeded
        );
}
