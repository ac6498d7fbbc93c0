using System.Security.Cryptography.X509Certificates;
using AumgJury.Web.Security;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Security;

public sealed class OwnCertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("aumg-https-").FullName;

    [Theory]
    [InlineData("jury.example")]
    [InlineData("192.0.2.7")]
    [InlineData("2001:db8::7")]
    [InlineData("localhost")]
    public void It_serves_its_name_and_this_machine_and_nothing_else(string name)
    {
        using var certificate = Of(name, Now);

        Assert.All(new[] { name, "localhost", "127.0.0.1" }, n => Assert.True(Names(certificate, n), n));
        Assert.All(new[] { "other.example", "192.0.2.8", "AumgJury" }, n => Assert.False(Names(certificate, n), n));
        Assert.Equal("1.2.840.10045.3.1.7", certificate.GetECDsaPublicKey()!.ExportParameters(false).Curve.Oid.Value); // P-256
        Assert.Equal(["1.3.6.1.5.5.7.3.1"], certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Select(o => o.Value));
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.True(certificate.HasPrivateKey);
    }

    [Fact]
    public void It_lasts_no_longer_than_browsers_take_and_is_good_on_a_clock_that_is_late()
    {
        using var certificate = Of("jury.example", Now);

        Assert.InRange((certificate.NotAfter - certificate.NotBefore).TotalDays, 300, 397);
        Assert.True(certificate.NotBefore.ToUniversalTime() <= Now.UtcDateTime.AddHours(-12));
    }

    [Fact]
    public void Certificate_and_key_are_for_this_account_alone()
    {
        // A folder that was there before, open to all.
        Directory.CreateDirectory(Path.Combine(_folder, "https"));
        Of("jury.example", Now).Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(Path.Combine(_folder, "https")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(OwnCertificate.PathIn(_folder)));
        Assert.Equal([OwnCertificate.PathIn(_folder)], Directory.GetFiles(Path.Combine(_folder, "https")));
    }

    [Fact]
    public void It_is_kept_from_start_to_start_so_that_what_was_compared_once_stays_true()
    {
        var first = FingerprintOf("jury.example", Now);

        Assert.Equal(first, FingerprintOf("jury.example", Now.AddDays(300)));
        Assert.Matches("^([0-9A-F]{2}:){31}[0-9A-F]{2}$", first);
    }

    [Theory]
    [InlineData(387, true)]
    [InlineData(389, false)]
    [InlineData(500, false)]
    [InlineData(-30, false)]
    public void It_is_made_anew_when_fewer_than_seven_days_are_left_or_when_it_is_not_valid_yet(int days, bool same)
    {
        var first = FingerprintOf("jury.example", Now);
        var later = FingerprintOf("jury.example", Now.AddDays(days));

        Assert.Equal(same, first == later);
        Assert.Equal(later, FingerprintOf("jury.example", Now.AddDays(days)));
    }

    [Fact]
    public void Another_name_gets_another_certificate()
    {
        var first = FingerprintOf("jury.example", Now);

        Assert.NotEqual(first, FingerprintOf("192.0.2.7", Now));
        Assert.NotEqual(first, FingerprintOf("jury.example", Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void A_damaged_one_is_made_anew(string content)
    {
        Of("jury.example", Now).Dispose();
        File.WriteAllText(OwnCertificate.PathIn(_folder), content);

        using var certificate = Of("jury.example", Now);
        Assert.True(certificate.HasPrivateKey);
    }

    [Fact]
    public void A_key_that_other_accounts_could_read_is_used_no_more()
    {
        var first = FingerprintOf("jury.example", Now);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(OwnCertificate.PathIn(_folder), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Assert.NotEqual(first, FingerprintOf("jury.example", Now));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(OwnCertificate.PathIn(_folder)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private X509Certificate2 Of(string name, DateTimeOffset now) => OwnCertificate.Of(_folder, name, new LinuxDisk(), now);

    private string FingerprintOf(string name, DateTimeOffset now)
    {
        using var certificate = Of(name, now);
        return OwnCertificate.Fingerprint(certificate);
    }

    private static bool Names(X509Certificate2 certificate, string name) => certificate.MatchesHostname(name, allowWildcards: false, allowCommonName: false);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
