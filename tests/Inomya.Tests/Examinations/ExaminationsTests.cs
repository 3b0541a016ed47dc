using Inomya.Content;
using Inomya.Examinations;
using Inomya.Journals;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Examinations;

/// <summary>What examiners record, and how tender points stand together.</summary>
public class ExaminationsTests
{
    private static readonly ExaminationCatalogue Kinds = new(
        ContentCheck.Content,
        new MeasureCatalogue(ContentCheck.Content)
    );
    private static readonly LocalDate Day = new(2026, 11, 1);

    [Theory]
    [InlineData("examinations.schema.json", "examinations/examinations.yaml")]
    [InlineData("sites.schema.json", "vocabulary/sites.yaml")]
    public async Task The_files_keep_to_their_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync(schema, file));

    [Fact]
    public void Every_area_belongs_to_one_of_the_nine_sites_and_left_stays_left()
    {
        Assert.Equal(9, Kinds.Sites.Count);
        Assert.All(Kinds.SiteOf.Where(s => s.Value.StartsWith("left_", StringComparison.Ordinal)), s =>
            Assert.EndsWith("_left", s.Key)
        );
        Assert.All(Kinds.SiteOf.Where(s => s.Value.StartsWith("right_", StringComparison.Ordinal)), s =>
            Assert.EndsWith("_right", s.Key)
        );
    }

    [Fact]
    public void Every_kind_joint_and_movement_has_a_name()
    {
        var words = new Words(ContentCheck.Content);
        Assert.All(Kinds.Kinds, k =>
            Assert.True(
                words.Has($"exam.kind.{k.Id}")
                    && words.Has($"exam.how.{k.Id}")
                    && (k.Unit is null || words.Has($"exam.value.{k.Id}")),
                k.Id
            )
        );
        Assert.All(Kinds.Joints, j =>
            Assert.True(words.Has($"exam.joint.{j.Id}") && j.Movements.All(m => words.Has($"exam.movement.{m}")), j.Id)
        );
        Assert.All(Kinds.Sites, s => Assert.True(words.Has($"site.{s}"), s));
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_point_that_was_not_examined_is_never_a_painless_one(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(
            new Draft("examination")
                .Add(Point("knee", "left", 1))
                .Add(Point("knee", "right", 0))
                .Add(
                    new Examination
                    {
                        Kind = "walk-6min",
                        Day = Day,
                        Value = 420,
                        Unit = "m",
                    }
                )
        );
        var (day, points) = Assert.Single(ExaminationCatalogue.PointsByDay(await journal.AllAsync<Examination>()));
        Assert.Equal(Day, day);
        Assert.Equal(new Dictionary<string, bool> { ["knee_left"] = true, ["knee_right"] = false }, points);
    }

    [Fact]
    public void A_movement_is_known_again_by_its_joint() =>
        Assert.Equal(
            ("shoulder", "flexion"),
            ExaminationCatalogue.MovementOf(
                new Examination { Kind = ExaminationCatalogue.KindOfMovement("shoulder", "flexion"), Day = Day }
            )
        );

    private static Examination Point(string site, string side, double value) =>
        new()
        {
            Kind = ExaminationCatalogue.KindOfPoint(site),
            Side = side,
            Day = Day,
            Value = value,
            Unit = "1",
        };
}
