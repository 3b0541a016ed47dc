using System.Security.Cryptography;
using System.Text;
using Inomya.Journals;

namespace Inomya.Questionnaires;

/// <summary>
/// The questionnaires a person brought: read like the shipped ones, scored by their own expressions, kept on this
/// machine.
/// </summary>
/// <remarks>
/// A licensed copy is the person's: the form and the answers to it are left out of whatever is exported, unless the
/// person says otherwise for that form (<see cref="ExportSetting"/>).
/// </remarks>
public static class OwnForms
{
    /// <summary>What the id of an own form begins with in <see cref="Response.Instrument"/>.</summary>
    public const string Prefix = "own:";

    /// <summary>The rule under which their scores are kept.</summary>
    public const string Rule = "own";

    private const int MostTitle = 200;
    private const int HashShown = 8;

    public static string IdOf(OwnForm form) => $"{Prefix}{form.Id}";

    /// <summary>The key of the setting that lets a form out; its value is then "yes".</summary>
    public static SettingKey ExportSetting(Guid form) => new($"own-form-export:{form}");

    /// <summary>
    /// The key of the setting that lets a form read who the person is: name, birth year and sex; its value is then
    /// "yes".
    /// </summary>
    public static SettingKey PersonSetting(Guid form) => new($"own-form-person:{form}");

    /// <summary>A form ready to be kept.</summary>
    /// <param name="json">As it came.</param>
    /// <exception cref="FormException">It cannot be used; the place is named.</exception>
    public static OwnForm Read(ReadOnlyMemory<byte> json)
    {
        var form = FormReader.Read(json);
        if (!form.All.Any(i => i.IsQuestion))
            throw new FormException("file", "it asks nothing");
        return new OwnForm
        {
            Title = TitleOf(form),
            Canonical = form.Canonical.Length == 0 ? null : form.Canonical,
            Json = Encoding.UTF8.GetString(json.Span),
        };
    }

    private static string TitleOf(Form form)
    {
        var title = form.Title ?? form.Url ?? form.All[0].Text ?? form.All[0].LinkId;
        return title.Length <= MostTitle ? title : title[..MostTitle];
    }

    /// <summary>
    /// The form as an instrument: it has no bands and no rules of ours, and its scores are its calculated items.
    /// </summary>
    /// <param name="shipped">Options of value sets that we have, by address.</param>
    /// <exception cref="FormException">What is stored cannot be read (any more).</exception>
    public static Instrument ToInstrument(OwnForm own, Func<string, IReadOnlyList<FormOption>?>? shipped = null)
    {
        var bytes = Encoding.UTF8.GetBytes(own.Json);
        var form = FormReader.Read(bytes, shipped);
        var meaning = MeaningOf(form, IdOf(own), VersionOf(form, bytes));
        return new Instrument(meaning.Id, meaning, new Lazy<Form>(form));
    }

    private static Meaning MeaningOf(Form form, string id, string version) =>
        new()
        {
            Id = id,
            Version = version,
            Licence = new LicenceNote { Text = TextStatus.ScoreOnly },
            Scores = [.. form.All.Where(IsScore).Select(ScoreOf)],
        };

    /// <summary>With the start of its hash: two files may say that they are the same version.</summary>
    private static string VersionOf(Form form, byte[] json) =>
        $"{form.Version}+{Convert.ToHexStringLower(SHA256.HashData(json))[..HashShown]}";

    private static bool IsScore(FormItem item) =>
        item is { Calculated: not null, Kind: ItemKind.Number or ItemKind.WholeNumber or ItemKind.Quantity };

    /// <param name="n">The first one is the main one.</param>
    private static ScoreMeaning ScoreOf(FormItem item, int n) =>
        new()
        {
            Id = item.LinkId,
            Rule = Rule,
            Unit = item.Unit ?? "{score}",
            Main = n == 0,
        };

    /// <summary>The forms that may leave the machine in an export.</summary>
    /// <param name="settings">All of the person's settings.</param>
    public static IReadOnlyList<OwnForm> Exportable(
        IEnumerable<OwnForm> forms,
        IReadOnlyDictionary<SettingKey, string> settings
    ) => [.. forms.Where(f => MayLeave(f.Id, settings))];

    /// <summary>The responses that may: all to shipped instruments, and those to own forms that may.</summary>
    public static IReadOnlyList<Response> Exportable(
        IEnumerable<Response> responses,
        IReadOnlyDictionary<SettingKey, string> settings
    ) =>
        [
            .. responses.Where(r =>
                !r.Instrument.StartsWith(Prefix, StringComparison.Ordinal)
                || (Guid.TryParse(r.Instrument[Prefix.Length..], out var form) && MayLeave(form, settings))
            ),
        ];

    private static bool MayLeave(Guid form, IReadOnlyDictionary<SettingKey, string> settings) =>
        settings.GetValueOrDefault(ExportSetting(form)) == "yes";
}
