using Inomya.Content;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Programmes;
using Inomya.RedFlags;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Movement;

/// <summary>The exercises as content: each has its facts, words in both languages, a source and a drawing for each phase.</summary>
public class ExerciseContentTests
{
    private static readonly ExerciseCatalogue Exercises = new(ContentCheck.Content);
    private static readonly MovementRules Rules = MovementRules.Read(ContentCheck.Content);

    public static TheoryData<string> Ids => [.. Exercises.All.Select(e => e.Id)];

    public static TheoryData<string, string> Files =>
        new()
        {
            { "exercises.schema.json", "exercises/exercises.yaml" },
            { "exercise-words.schema.json", "exercises/en.yaml" },
            { "exercise-words.schema.json", "exercises/es.yaml" },
            { "drawings.schema.json", "exercises/drawings.yaml" },
            { "movement-rules.schema.json", "movement/rules.yaml" },
        };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_keeps_to_its_schema(string schema, string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync(schema, file));

    [Fact]
    public void There_are_at_least_forty_of_every_kind_and_position()
    {
        Assert.InRange(Exercises.All.Count, 44, int.MaxValue);
        Assert.Equal(Enum.GetValues<MovementKind>(), Exercises.All.Select(e => e.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<ExercisePosition>(), Exercises.All.Select(e => e.Position).Distinct().Order());
        Assert.Equal(["en", "es"], Exercises.Languages.Order());
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_an_exercise_names_is_there(string id)
    {
        var exercise = Exercises.Find(id)!;
        var words = new Words(ContentCheck.Content);
        var gates = Gates.Read(ContentCheck.Content);
        Assert.All(new[] { exercise.Easier, exercise.Harder }, other =>
            Assert.True(other is null || Exercises.Find(other) is not null)
        );
        Assert.NotEqual(id, exercise.Easier);
        Assert.NotEqual(id, exercise.Harder);
        Assert.All(exercise.Cautions, c => Assert.NotNull(gates.Find(c)));
        Assert.All(exercise.Cautions, c => Assert.True(words.Has($"movement.caution.{c}")));
        Assert.All(exercise.Regions, r => Assert.True(words.Has($"movement.region.{r}")));
        Assert.All(exercise.Needs, n => Assert.True(words.Has($"movement.need.{n}")));
        Assert.True(words.Has($"movement.grade.{exercise.Grade}"));
        Assert.NotEmpty(exercise.Sources);
        Assert.True(
            exercise.Verified == "seen" == exercise.Sources.TrueForAll(s => s.Verified == "seen"),
            "Own numbers say so."
        );
        Assert.All(Ranges(exercise.Dose), range => Assert.True(range[0] <= range[1]));
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_exercise_is_told_in_each_language(string id)
    {
        var exercise = Exercises.Find(id)!;
        var (english, spanish) = (Exercises.TextOf(exercise, "en"), Exercises.TextOf(exercise, "es"));
        Assert.NotEqual(english.Summary, spanish.Summary);
        Assert.Equal(exercise.Phases, english.Phases.Count);
        Assert.Equal(exercise.Phases, spanish.Phases.Count);
        Assert.Equal(english.Steps.Count, spanish.Steps.Count);
        Assert.Same(english, Exercises.TextOf(exercise, "fr"));
    }

    [Fact]
    public void The_signs_that_stop_a_session_are_red_flags_and_what_the_rules_name_is_there()
    {
        var flags = new RedFlagCatalogue(ContentCheck.Content);
        var regions = File.ReadAllText(Path.Combine(ContentCheck.Content.Path, "vocabulary", "regions.yaml"));
        Assert.All(Rules.RedFlags, f => Assert.True(flags.Has(f)));
        Assert.All(Rules.BeginWith, e => Assert.NotNull(Exercises.Find(e)));
        Assert.All(Rules.PainRegions.Values.SelectMany(r => r), r =>
            Assert.Contains(r, regions, StringComparison.Ordinal)
        );
        Assert.All(Rules.PainRegions.Keys, r => Assert.Contains(Exercises.All, e => e.Regions.Contains(r)));
        Assert.All(Rules.Numbers.Values, n => Assert.True(Rules.Sources.ContainsKey(n.Source)));
        Assert.All(Rules.Curve.Values.SelectMany(c => c), p => Assert.Equal("seen", Rules.Sources[p.Source].Verified));
        Assert.Throws<ContentException>(() => Rules.Value("no-such-number"));
    }

    [Fact]
    public void An_exercise_without_words_or_with_a_phase_too_many_is_refused()
    {
        var folder = Storage.NewFolder();
        foreach (var file in new[] { "exercises.yaml", "drawings.yaml", "en.yaml" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "exercises"));
            File.Copy(
                Path.Combine(ContentCheck.Content.Path, "exercises", file),
                Path.Combine(folder, "exercises", file)
            );
        }
        Assert.NotEmpty(new ExerciseCatalogue(new ContentFolder(folder)).All);
        var facts = Path.Combine(folder, "exercises", "exercises.yaml");
        var whole = File.ReadAllText(facts);
        File.WriteAllText(facts, whole.Replace("phases: 3", "phases: 4", StringComparison.Ordinal));
        Assert.Contains(
            "phases",
            Assert.Throws<ContentException>(() => new ExerciseCatalogue(new ContentFolder(folder))).Message,
            StringComparison.Ordinal
        );
        File.WriteAllText(facts, whole.Replace("- id: bridge\n", "- id: brigde\n", StringComparison.Ordinal));
        Assert.Throws<ContentException>(() => new ExerciseCatalogue(new ContentFolder(folder)));
    }

    private static IEnumerable<List<int>> Ranges(ExerciseDose dose) =>
        new[] { dose.Sets, dose.Repetitions, dose.Effort, dose.Minutes, dose.HoldSeconds }.Where(r => r.Count > 0);
}
