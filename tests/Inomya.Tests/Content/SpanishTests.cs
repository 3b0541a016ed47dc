using Inomya.Content;
using Inomya.Guide;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Content;

/// <summary>
/// Spanish as a clinician who speaks it would write: the calques and slips that one marked do not come back.
/// </summary>
public class SpanishTests
{
    private static readonly Words Spanish = new(ContentCheck.Content, "es");
    private static readonly GuideBook Guide = new GuideShelf(ContentCheck.Content).In("es");

    /// <summary>What reads wrong, and what is said in its place.</summary>
    public static TheoryData<string, string> Marked =>
        new()
        {
            { "fichas? técnicas?", "prospecto" },
            { "de forma nueva", "desde hace poco" },
            { "con la más nueva", "say whom to ask and when" },
            { "demasiada poca", "muy poca" },
            { "sueño ligero durante el día", "dar cabezadas" },
            { "sueño (que )?no descansa", "no es reparador" },
            { "(bajar|baja) la sal en la sangre", "bajar el sodio" },
            { @"\bcarg(ar|a|an|uen) (el corazón|los riñones|el hígado)", "sobrecargar" },
            { "empuj(ón|ones) (rápidos? )?(en|de) (la columna|el cuello)", "manipulaciones" },
            { "hace[nr]? doler", "causa dolor" },
            { "calmantes", "tranquilizantes: calmante is a pain reliever" },
            { "empezar de nuevo con", "iniciar un tratamiento nuevo" },
            { "dar bocanadas", "boquear" },
            { "agujas sin limpiar", "sin esterilizar" },
            { "llama (ahora |enseguida )?a toxicología", "centro de información toxicológica" },
            { "un no estricto", "nunca juntas" },
            { "(medicinas?|pastillas?) contra el ánimo bajo", "antidepresivos" },
            { "reglas de sueño", "higiene del sueño" },
            { "heridas antiguas", "recuerdos dolorosos" },
            { "tiempos bajos|tiempos de (mucha|muchísima) energía", "épocas" },
            { "farmacéutico o (a )?(tu )?médica|médica o (a )?(tu )?farmacéutico", "farmacia, médica o médico" },
            { @"probabilidades( \(odds\))?( \S+){0,3} (veces )?mayores", "odds" },
            { "veces mayor(es)? que", "veces el, veces las" },
        };

    [Theory, MemberData(nameof(Marked))]
    public void A_slip_that_a_clinician_marked_does_not_come_back(string slip, string instead)
    {
        Assert.NotEmpty(instead);
        foreach (var key in Spanish.Keys)
            Assert.DoesNotMatch($"(?i){slip}", Spanish[key]);
        foreach (var article in Guide.Articles)
            Assert.DoesNotMatch($"(?i){slip}", $"{article.Title} {article.Summary} {article.Text}");
    }
}
