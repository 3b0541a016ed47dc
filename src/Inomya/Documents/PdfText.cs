using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Inomya.Documents;

/// <summary>Breaks text into lines of a width, letter by letter in the faces that can draw it.</summary>
internal sealed partial class PdfText(PdfFonts fonts)
{
    private const string Ellipsis = "…";

    /// <summary>A letter was met that no font can draw.</summary>
    public bool HasBoxes { get; private set; }

    /// <summary>Lines no wider than asked for; a word that is wider is broken inside.</summary>
    /// <param name="spans">Pieces of text, each bold or not.</param>
    /// <param name="width">In points.</param>
    public IReadOnlyList<PdfLine> Lines(IEnumerable<(string Text, bool Bold)> spans, double size, double width)
    {
        var lines = new List<PdfLine>();
        var line = new List<PdfRun>();
        var used = 0.0;
        foreach (
            var word in spans.SelectMany(s => WordsOf(s.Text, s.Bold, size)).SelectMany(w => Parts(w, size, width))
        )
        {
            var wide = word.Sum(r => r.Width);
            if (used + wide > width && line.Count > 0)
            {
                lines.Add(new PdfLine(Joined(line)));
                (line, used) = ([], 0);
            }
            line.AddRange(line.Count == 0 ? WithoutSpace(word, size) : word);
            used = line.Sum(r => r.Width);
        }
        if (line.Count > 0 || lines.Count == 0)
            lines.Add(new PdfLine(Joined(line)));
        return lines;
    }

    /// <summary>One line, cut with an ellipsis where it is wider.</summary>
    public PdfLine Cut(string text, double size, double width, bool bold = false)
    {
        var shown = text;
        var line = One(shown, size, bold);
        while (line.Width > width && shown.Length > 1)
        {
            shown = shown[..^(char.IsLowSurrogate(shown[^1]) ? 2 : 1)];
            line = One(shown.TrimEnd() + Ellipsis, size, bold);
        }
        return line;
    }

    public PdfLine One(string text, double size, bool bold = false) => new([.. RunsOf(text, bold, size)]);

    /// <summary>Width of the widest word: narrower a column cannot be without breaking one.</summary>
    public double WidestWord(string text, double size, bool bold) =>
        WordsOf(text, bold, size).Select(w => WithoutSpace(w, size).Sum(r => r.Width)).DefaultIfEmpty(0).Max();

    public double Width(string text, double size, bool bold) => RunsOf(text, bold, size).Sum(r => r.Width);

    /// <summary>Words, each with the space before it.</summary>
    private IEnumerable<List<PdfRun>> WordsOf(string text, bool bold, double size) =>
        Pieces().Matches(Turned(Plain(text))).Select(m => RunsOf(m.Value, bold, size, plain: true).ToList());

    /// <summary>A word as it is, or in pieces that fit.</summary>
    private IEnumerable<IReadOnlyList<PdfRun>> Parts(List<PdfRun> word, double size, double width)
    {
        if (word.Sum(r => r.Width) <= width)
            return [word];
        var parts = new List<IReadOnlyList<PdfRun>>();
        foreach (var run in word)
            parts.AddRange(LettersThatFit(run, size, width).Select(r => (IReadOnlyList<PdfRun>)[r]));
        return parts;
    }

    private IEnumerable<PdfRun> LettersThatFit(PdfRun run, double size, double width)
    {
        var (part, used) = (new StringBuilder(), 0.0);
        foreach (var letter in run.Text.EnumerateRunes())
        {
            var wide = fonts.WidthOf(run.Face, letter, size);
            if (used + wide > width && part.Length > 0)
            {
                yield return new PdfRun(part.ToString(), run.Face, used);
                part.Clear();
                used = 0;
            }
            part.Append(letter.ToString());
            used += wide;
        }
        yield return new PdfRun(part.ToString(), run.Face, used);
    }

    private List<PdfRun> WithoutSpace(IReadOnlyList<PdfRun> word, double size)
    {
        if (word.Count == 0 || !word[0].Text.StartsWith(' '))
            return [.. word];
        var first = word[0].Text.TrimStart(' ');
        var run = word[0] with { Text = first, Width = WidthOf(first, word[0].Face, size) };
        return [.. first.Length > 0 ? [run] : Array.Empty<PdfRun>(), .. word.Skip(1)];
    }

    private double WidthOf(string text, string face, double size) =>
        text.EnumerateRunes().Sum(r => fonts.WidthOf(face, r, size));

    private static IReadOnlyList<PdfRun> Joined(List<PdfRun> runs)
    {
        var joined = new List<PdfRun>();
        foreach (var run in runs)
            if (joined.Count > 0 && joined[^1].Face == run.Face)
                joined[^1] = new PdfRun(joined[^1].Text + run.Text, run.Face, joined[^1].Width + run.Width);
            else
                joined.Add(run);
        return joined;
    }

    private IEnumerable<PdfRun> RunsOf(string text, bool bold, double size, bool plain = false)
    {
        var runs = new List<PdfRun>();
        foreach (var letter in (plain ? text : Turned(Plain(text))).EnumerateRunes())
        {
            var face = fonts.FaceOf(letter, bold);
            HasBoxes |= face is null;
            var shown = face is null ? new Rune(PdfFonts.Box[0]) : letter;
            var drawn = face ?? PdfFonts.FaceOfBox;
            runs.Add(new PdfRun(shown.ToString(), drawn, fonts.WidthOf(drawn, shown, size)));
        }
        return Joined(runs);
    }

    /// <summary>Whole letters where there are such, and no signs that are drawn by nobody.</summary>
    private static string Plain(string text) =>
        string.Concat(
            Spaces().Replace(WellFormed(text).Normalize(NormalizationForm.FormC), " ").Where(c => !IsUnseen(c))
        );

    /// <summary>A half of a letter is no letter.</summary>
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static bool IsUnseen(char letter) =>
        letter != ' ' && char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>Hebrew is drawn from right to left.</summary>
    private static string Turned(string text) => Hebrew().Replace(text, m => Reversed(m.Value));

    private static string Reversed(string text)
    {
        var letters = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            letters.Add(elements.GetTextElement());
        letters.Reverse();
        return string.Concat(letters);
    }

    [GeneratedRegex(@" ?[^ ]+| ")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\u0590-\u05FF]+(?:[ \-'""]+[\u0590-\u05FF]+)*")]
    private static partial Regex Hebrew();
}
