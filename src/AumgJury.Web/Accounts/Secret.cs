using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AumgJury.Web.Accounts;

/// <summary>256 random bits, and what is stored of them.</summary>
public static class Secret
{
    /// <summary>43 characters safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The only thing kept of a secret: its SHA-256, 64 lower-case hex digits.</summary>
    public static string Sum(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
