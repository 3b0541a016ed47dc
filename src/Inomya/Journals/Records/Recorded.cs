using System.Security.Cryptography;
using System.Text;

namespace Inomya.Journals;

/// <summary>One version of one recorded fact. Nothing recorded is ever overwritten.</summary>
/// <remarks>
/// A correction is a new version with the same <see cref="Id"/>; the version before it keeps its row and names the
/// change that took it out. So each fact can be shown as it was at any time, and any change can be undone.
/// </remarks>
public abstract record Recorded
{
    /// <summary>The person whose fact this is; set by the journal.</summary>
    public Guid PersonId { get; internal init; }

    /// <summary>
    /// The fact, the same in all its versions; for an imported one the same in every import of it (<see
    /// cref="ImportId"/>).
    /// </summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The change that wrote this version; set by the journal.</summary>
    public Guid ChangeId { get; internal init; }

    /// <summary>The change that took this version out; null for the current one.</summary>
    public Guid? VoidedById { get; internal init; }

    /// <summary>
    /// The id of an imported fact: made from where it stands, so that the same fact in a later file is known again.
    /// </summary>
    /// <remarks>
    /// Also of what can be there only once, such as the answer to a question of a day: so it is, also when two devices
    /// send one at the same moment.
    /// </remarks>
    /// <param name="format">Name of the import format or of the form.</param>
    /// <param name="place">
    /// What makes it one fact there, such as the column and the day; never the value itself.
    /// </param>
    public static Guid ImportId(string format, params ReadOnlySpan<string> place)
    {
        var name = $"{format}\n{string.Join('\n', place)}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);
    }
}
