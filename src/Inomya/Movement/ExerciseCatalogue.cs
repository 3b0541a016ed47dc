using Inomya.Content;

namespace Inomya.Movement;

/// <summary>Every exercise with its words and its drawing: content/exercises.</summary>
public sealed class ExerciseCatalogue
{
    private const string Folder = "exercises",
        InEveryLanguage = "en";

    private readonly Dictionary<string, Exercise> _byId;
    private readonly Dictionary<string, Drawing> _drawings;
    private readonly Dictionary<string, Dictionary<string, ExerciseText>> _texts;

    /// <exception cref="ContentException">A file cannot be used, or an exercise has no words or not as many drawings as it says.</exception>
    public ExerciseCatalogue(ContentFolder content)
    {
        All = content.Read<ExerciseFile>($"{Folder}/exercises.yaml").Exercises;
        _byId = All.ToDictionary(e => e.Id);
        _drawings = content.Read<DrawingFile>($"{Folder}/drawings.yaml").Drawings.ToDictionary(d => d.Id);
        _texts = LanguagesOf(content).ToDictionary(l => l, l => TextsIn(content, l));
        foreach (var exercise in All)
            Check(exercise);
    }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<Exercise> All { get; }

    /// <summary>The languages that have words.</summary>
    public IReadOnlyCollection<string> Languages => _texts.Keys;

    public Exercise? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The words in a language; in English where they are not translated yet.</summary>
    public ExerciseText TextOf(Exercise exercise, string language) =>
        _texts.GetValueOrDefault(language)?.GetValueOrDefault(exercise.Id) ?? _texts[InEveryLanguage][exercise.Id];

    public Drawing DrawingOf(Exercise exercise) => _drawings[exercise.Id];

    private static IEnumerable<string> LanguagesOf(ContentFolder content) =>
        content
            .Files(Folder, "*.yaml")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(name => name.Length == InEveryLanguage.Length);

    private static Dictionary<string, ExerciseText> TextsIn(ContentFolder content, string language) =>
        content.Read<TextFile>($"{Folder}/{language}.yaml").Exercises;

    private void Check(Exercise exercise)
    {
        if (_texts[InEveryLanguage].GetValueOrDefault(exercise.Id) is not { } text)
            throw new ContentException($"{Folder}/{InEveryLanguage}.yaml", $"{exercise.Id} has no words");
        if (_drawings.GetValueOrDefault(exercise.Id) is not { } drawing)
            throw new ContentException($"{Folder}/drawings.yaml", $"{exercise.Id} has no drawing");
        if (drawing.Phases.Count != exercise.Phases || text.Phases.Count != exercise.Phases)
            throw new ContentException(
                $"{Folder}/drawings.yaml",
                $"{exercise.Id} has {exercise.Phases} phases, {drawing.Phases.Count} drawn and {text.Phases.Count} told"
            );
    }

    private sealed class ExerciseFile
    {
        public List<Exercise> Exercises { get; set; } = [];
    }

    private sealed class DrawingFile
    {
        public List<Drawing> Drawings { get; set; } = [];
    }

    private sealed class TextFile
    {
        public Dictionary<string, ExerciseText> Exercises { get; set; } = [];
    }
}
