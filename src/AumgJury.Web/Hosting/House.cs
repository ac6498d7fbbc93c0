namespace AumgJury.Web.Hosting;

/// <summary>The options, and where the house listens.</summary>
public static class House
{
    /// <summary>Registers <see cref="HouseOptions"/> and listens on the loopback unless told otherwise.</summary>
    public static HouseOptions AddHouse(this WebApplicationBuilder builder)
    {
        var house = HouseOptions.From(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(house);
        builder.Services.AddSingleton(TimeProvider.System);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(HouseOptions.DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Nothing that is posted here is larger than a hub's message.
            kestrel.Limits.MaxRequestBodySize = 2 * Circuits.LargestMessage;
        });
        return house;
    }
}
