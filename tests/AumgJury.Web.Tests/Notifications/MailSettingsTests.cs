using AumgJury.Web.Notifications;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace AumgJury.Web.Tests.Notifications;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_host_mails_become_files() => Assert.Empty(Read().Host);

    [Theory]
    [InlineData(null, SecureSocketOptions.StartTls, 587)]
    [InlineData("tls", SecureSocketOptions.SslOnConnect, 465)]
    [InlineData("none", SecureSocketOptions.None, 587)]
    public void Encryption_is_required_unless_it_is_switched_off(string? tls, SecureSocketOptions expected, int port)
    {
        var settings = Read(("Smtp:Host", "mail.example"), ("Smtp:Tls", tls));

        Assert.Equal((expected, port), (settings.Security, settings.Port));
    }

    [Fact]
    public void A_password_never_travels_in_clear() =>
        Assert.Throws<InvalidOperationException>(() => Read(("Smtp:Host", "mail.example"), ("Smtp:Tls", "none"), ("Smtp:Password", "secret")));

    [Theory]
    [InlineData("Smtp:Tls", "perhaps")]
    [InlineData("Smtp:Port", "0")]
    [InlineData("Smtp:Port", "70000")]
    public void A_value_that_is_not_understood_stops_the_start(string key, string value) =>
        Assert.Throws<InvalidOperationException>(() => Read((key, value)));

    private static MailSettings Read(params (string Key, string? Value)[] values) =>
        MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => v.Value)).Build());
}
