using AumgJury.Web.Hosting;
using AumgJury.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AumgJury.Web.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void A_switch_before_an_option_does_not_swallow_it() =>
        Assert.Equal(["--empty=true", "--data=/srv/jury", "--urls=http://127.0.0.1:5081"], CommandLine.Normalise(["--empty", "--data", "/srv/jury", "--port", "5081"]));

    [Fact]
    public void What_the_test_host_passes_is_kept() => Assert.Equal(["--environment=Development", "--data=x"], CommandLine.Normalise(["--environment=Development", "--data=x"]));

    [Fact]
    public void A_setting_with_a_section_is_kept() => Assert.Equal(["--Smtp:Host=mail.example", "--replay=true", "--speed=60"], CommandLine.Normalise(["--Smtp:Host", "mail.example", "--replay", "--speed", "60"]));

    [Theory]
    [InlineData("--https Poste.Local", "https://poste.local:5080")]
    [InlineData("--https 192.0.2.7 --port 5081", "https://192.0.2.7:5081")]
    [InlineData("--port=5081 --https=2001:DB8:0::7", "https://[2001:db8::7]:5081")]
    public void A_name_for_HTTPS_and_a_port_become_one_address_with_which_links_begin(string words, string origin)
    {
        var options = CommandLine.Normalise(words.Split(' '));
        var house = HouseOptions.From(new ConfigurationBuilder().AddCommandLine(options).Build(), development: false);

        Assert.Equal([$"--Https:Origin={origin}"], options);
        Assert.Equal(options, CommandLine.Normalise(options));
        Assert.Equal((origin, origin), (house.Address, house.Https!.Origin));
    }

    [Theory]
    [InlineData("--data")]
    [InlineData("data")]
    public void An_option_without_its_value_and_a_lone_word_are_refused(string word) =>
        Assert.Throws<FormatException>(() => CommandLine.Normalise([word]));

    [Theory]
    [InlineData("--data", "« --data » attend une valeur. Options :")]
    [InlineData("data", "« data » n’est pas une option. Options :")]
    [InlineData("--port abc", "« --port » attend un nombre de 1 à 65535, et non « abc ». Options :")]
    [InlineData("--port 99999", "« --port » attend un nombre de 1 à 65535")]
    [InlineData("--port 0", "« --port » attend un nombre de 1 à 65535")]
    [InlineData("--replay --speed abc", "« --speed » attend un nombre de 1 à 600")]
    [InlineData("--replay --speed -3", "« --speed » attend un nombre de 1 à 600")]
    [InlineData("--prot 5099", "« --prot » n’est pas une option. Options :")]
    [InlineData("--dta=x", "« --dta » n’est pas une option. Options :")]
    [InlineData("--fast", "« --fast » ne va qu’avec « --replay ». Options :")]
    [InlineData("--speed 20", "« --speed » ne va qu’avec « --replay ».")]
    [InlineData("--replay --json", "« --json » ne va qu’avec « --fast ».")]
    [InlineData("--replay --empty", "« --replay » joue la démo")]
    [InlineData("--https", "« --https » attend une valeur. Options :")]
    [InlineData("--https --empty", "« --https » attend une valeur. Options :")]
    [InlineData("--https=", "« --https » attend un nom ou une adresse IP de cette machine, et non «  ». Options :")]
    [InlineData("--https *", "« --https » attend un nom ou une adresse IP de cette machine, et non « * ».")]
    [InlineData("--https https://poste", "« --https » attend un nom ou une adresse IP de cette machine, et non « https://poste ».")]
    [InlineData("--https poste:5081", "« --https » attend un nom ou une adresse IP de cette machine, et non « poste:5081 ».")]
    [InlineData("--https poste --port 0", "« --port » attend un nombre de 1 à 65535")]
    [InlineData("--https poste --urls http://127.0.0.1:5081", "« --https » dit déjà où écouter : il ne va pas avec « --urls »")]
    public void What_cannot_be_read_is_said_in_one_line_with_the_options(string words, string said)
    {
        var (options, fault) = CommandLine.Read(words.Split(' '));

        Assert.Null(options);
        Assert.StartsWith(said, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault!);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--seed x -h")]
    public void The_help_explains_every_option_that_is_read(string words)
    {
        var (options, help) = CommandLine.Read(words.Split(' '));

        Assert.Null(options);
        Assert.Same(CommandLine.Help, help);
        Assert.All(
            CommandLine.Usage.Split(' ', '[', ']').Where(w => w.StartsWith("--", StringComparison.Ordinal)).Concat(["--urls", "--quiet", "--AllowedHosts"]),
            option => Assert.Contains(help!.Split('\n'), line => line.StartsWith($"  {option}", StringComparison.Ordinal) && line.Trim().Length > option.Length + 10));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((System.Net.IPEndPoint)other.LocalEndpoint).Port}";
        var options = new ConfigurationBuilder().AddCommandLine([$"--urls={taken}"]).Build();
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder([$"--urls={taken}"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();

        var failed = await Assert.ThrowsAnyAsync<IOException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        var sentence = new StartFault(HouseOptions.From(options, development: false), options).Sentence(failed);
        Assert.Contains(taken, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence!);
    }

    [Fact]
    public void A_folder_that_is_taken_is_said_in_one_line_and_any_other_failure_is_not_hidden()
    {
        var options = new ConfigurationBuilder().Build();
        var start = new StartFault(HouseOptions.From(options, development: false), options);

        Assert.Contains("/srv/jury", start.Sentence(new AumgJury.Web.Storage.FolderInUse("/srv/jury", 12)), StringComparison.Ordinal);
        Assert.Null(start.Sentence(new IOException("disk")));
        Assert.Null(start.Sentence(new InvalidOperationException()));
    }

    [Fact]
    public void Without_anything_asked_it_is_the_demo_and_the_gallery_is_closed()
    {
        var house = HouseOptions.From(new ConfigurationBuilder().Build(), development: false);

        Assert.True(house.Demo);
        Assert.False(house.Showcase);
        Assert.Equal(Path.GetFullPath("data"), house.DataFolder);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://127.0.0.1:5080;http://*:5081")]
    [InlineData("http://192.0.2.1:5080")]
    public void The_demo_refuses_to_listen_beyond_this_machine_and_a_real_house_does_not(string urls)
    {
        Assert.NotNull(Fault($"--urls={urls}"));
        Assert.NotNull(Fault($"--Kestrel:Endpoints:Here:Url={urls.Split(';')[^1]}"));
        Assert.Null(Fault($"--urls={urls}", "--empty=true"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0;http://[::1]:5081")]
    public void The_demo_listens_on_this_machine(string urls) => Assert.Null(Fault($"--urls={urls}"));

    [Fact]
    public void A_proxy_that_is_no_address_is_refused() => Assert.NotNull(Fault("--empty=true", "--proxy=nginx"));

    private static string? Fault(params string[] words)
    {
        var options = new ConfigurationBuilder().AddCommandLine(words).Build();
        return Listening.Fault(HouseOptions.From(options, development: false), options);
    }

    [Theory]
    [InlineData("/s/7/salle", "/s/7", "/salle")]
    [InlineData("/s/7", "/s/7", "/")]
    [InlineData("/s/7/", "/s/7", "/")]
    public void A_seats_path_is_split_from_what_follows(string path, string seat, string inside) =>
        Assert.Equal((seat, inside), SeatPath.Split(path));

    [Theory]
    [InlineData("/s/")]
    [InlineData("/s/../x")]
    [InlineData("/s/a b/x")]
    [InlineData("/salle")]
    [InlineData("/s/012345678901234567890123456789012345678901234")]
    public void What_names_no_seat_is_left_alone(string path) => Assert.Null(SeatPath.Split(path));

    [Fact]
    public void The_seat_that_a_request_names_is_read_from_its_base()
    {
        var context = new DefaultHttpContext();
        Assert.Null(SeatPath.SeatOf(context.Request));

        context.Request.PathBase = "/s/12";
        Assert.Equal("12", SeatPath.SeatOf(context.Request));
    }
}
