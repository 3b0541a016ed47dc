using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inomya.Links;

/// <summary>A passcode as it is kept: salted and slow, since people choose short ones and use them elsewhere too.</summary>
internal static class Passcode
{
    /// <summary>Of PBKDF2 with SHA-512. Source: OWASP Password Storage Cheat Sheet.</summary>
    private const int Rounds = 210_000;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>"ROUNDS.SALT.HASH".</summary>
    public static string Hash(string passcode)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Of(passcode, salt, Rounds);
        return $"{Rounds.ToString(CultureInfo.InvariantCulture)}.{Base64Url.EncodeToString(salt)}.{Base64Url.EncodeToString(hash)}";
    }

    public static bool Fits(string passcode, string kept) =>
        kept.Split('.') is [var rounds, var salt, var hash]
        && CryptographicOperations.FixedTimeEquals(
            Of(passcode, Base64Url.DecodeFromChars(salt), int.Parse(rounds, CultureInfo.InvariantCulture)),
            Base64Url.DecodeFromChars(hash)
        );

    private static byte[] Of(string passcode, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passcode.Normalize()),
            salt,
            rounds,
            HashAlgorithmName.SHA512,
            HashBytes
        );
}
