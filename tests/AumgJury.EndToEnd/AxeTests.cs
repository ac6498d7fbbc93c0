using AumgJury.EndToEnd.Browsing;

namespace AumgJury.EndToEnd;

/// <summary>What every page is judged by finds faults where there are some.</summary>
public sealed class AxeTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Faults_of_a_colour_of_a_name_and_of_the_whole_page_are_each_found()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.Page.SetContentAsync("<!doctype html><title>Essai</title><p style='color: #999; background: #fff'>pâle</p><img src='data:,'><button></button>");

        var rules = (await visitor.AxeAsync()).Select(found => found.Split(':')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(["button-name", "color-contrast", "html-has-lang", "image-alt", "landmark-one-main", "page-has-heading-one", "region"], rules);
    }
}
