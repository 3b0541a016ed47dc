using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Inomya.Importing.Devices;

/// <summary>
/// The columns of Whoop, which are in the language of the account: told by how they begin, without accents and signs, in
/// English, German, Spanish and French.
/// </summary>
internal static class WhoopColumns
{
    public const string Start = "cycle start",
        End = "cycle end",
        Zone = "cycle zone",
        Onset = "sleep onset",
        Wake = "wake onset",
        RestingPulse = "resting pulse",
        Variability = "variability",
        Oxygen = "oxygen",
        Breathing = "breathing",
        Asleep = "asleep",
        InBed = "in bed",
        Light = "light",
        Deep = "deep",
        Rem = "rem",
        Awake = "awake",
        Nap = "nap",
        Question = "question",
        Answer = "answer",
        Notes = "notes";

    private static readonly FrozenDictionary<string, string[]> Beginnings = new Dictionary<string, string[]>
    {
        [Start] = ["cycle start", "startzeit des zyklus", "hora de inicio del ciclo", "heure de debut du cycle"],
        [End] = ["cycle end", "endzeit des zyklus", "hora de finalizacion del ciclo", "heure de fin du cycle"],
        [Zone] = ["cycle timezone", "zeitzone des zyklus", "zona horaria del ciclo", "fuseau horaire du cycle"],
        [Onset] = ["sleep onset", "beginn des schlafs", "inicio del sueno", "premiers signes de sommeil"],
        [Wake] = ["wake onset", "beginn des aufwachens", "inicio de la vigilia", "premiers signes de reveil"],
        [RestingPulse] =
        [
            "resting heart rate",
            "ruheherzfrequenz",
            "frecuencia cardiaca en reposo",
            "frequence cardiaque au repos",
        ],
        [Variability] =
        [
            "heart rate variability",
            "herzfrequenzvariabilitat",
            "variabilidad de la frecuencia",
            "variabilite de la frequence",
        ],
        [Oxygen] = ["blood oxygen", "blutsauerstoff", "oxigeno en sangre", "niveau d oxygene"],
        [Breathing] = ["respiratory rate", "atemfrequenz", "frecuencia respiratoria", "frequence respiratoire"],
        [Asleep] = ["asleep duration", "schlafdauer", "duracion del sueno", "duree du sommeil"],
        [InBed] = ["in bed duration", "dauer im bett", "tiempo en la cama", "temps passe au lit"],
        [Light] = ["light sleep", "dauer des leichtschlafs", "duracion de sueno ligero", "duree du sommeil leger"],
        [Deep] = ["deep", "dauer des tiefschlafs", "duracion de sueno profundo", "duree du sommeil profond"],
        [Rem] = ["rem duration", "dauer des rem", "duracion de sueno rem", "duree du sommeil paradoxal"],
        [Awake] = ["awake duration", "dauer des aufwachens", "tempo despierto", "tiempo despierto", "temps d eveil"],
        [Nap] = ["nap", "nickerchen", "siesta", "sieste"],
        [Question] =
        [
            "question text",
            "fragetext",
            "texto de la pregunta",
            "pregunta",
            "texte de la question",
            "question",
        ],
        [Answer] = ["answered yes", "beantwortet mit ja", "respondio", "respuesta", "repondu", "reponse"],
        [Notes] = ["notes", "anmerkungen", "notas", "remarques"],
    }.ToFrozenDictionary();

    /// <summary>What we call a column; itself where it is none of these.</summary>
    public static string NameOf(string column)
    {
        var folded = Fold(column);
        return Beginnings
            .SelectMany(name => name.Value.Select(beginning => (Name: name.Key, Beginning: beginning)))
            .Where(n => folded.StartsWith(n.Beginning, StringComparison.Ordinal))
            .OrderByDescending(n => n.Beginning.Length)
            .Select(n => n.Name)
            .FirstOrDefault()
            ?? column;
    }

    /// <summary>In small letters, without accents; all that is no letter or digit is one space.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && folded.Length > 0
                && folded[^1] != ' '
            )
                folded.Append(' ');
        return folded.ToString().TrimEnd();
    }
}
