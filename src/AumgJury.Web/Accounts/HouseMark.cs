using System.Security.Cryptography;
using System.Text;
using AumgJury.Web.Hosting;

namespace AumgJury.Web.Accounts;

/// <summary>
/// A few letters that tell this house's cookies from those of another on the same machine: browsers keep cookies by host and path, and
/// take no notice of the port. A house is its data folder, so a restart keeps its sessions.
/// </summary>
public static class HouseMark
{
    /// <summary>Eight hexadecimal digits.</summary>
    public static string Of(HouseOptions house)
    {
        ArgumentNullException.ThrowIfNull(house);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(house.DataFolder))))[..8];
    }
}
