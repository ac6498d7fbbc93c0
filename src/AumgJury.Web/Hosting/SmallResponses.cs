using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace AumgJury.Web.Hosting;

/// <summary>Compresses the pages made at each request; the files of <c>wwwroot</c> are compressed when published.</summary>
public static class SmallResponses
{
    /// <summary>Brotli, then gzip. Pages carry no secret beside text that a visitor chose, so compression over TLS tells nothing.</summary>
    public static void AddSmallResponses(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }
}
