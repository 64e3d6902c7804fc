using System.Globalization;
using System.Net;
using Broadsheet.Articles;
using Broadsheet.Print.Cards;
using NetVips;

namespace Broadsheet.Tests.Syndication;

/// <summary>What a link to a story without a photograph shows where it is shared.</summary>
public sealed class ShareCardTests
{
    [Fact]
    public async Task A_story_without_a_photograph_has_a_card_as_large_as_its_head_says_which_changes_with_the_headline_and_goes_with_the_story()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var page = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("/city/harbour-wall-falls.share.png\"", page);
        Assert.Contains("<meta property=\"og:image:width\" content=\"1200\">", page);

        var first = await newsroom.Client.GetAsync("/city/harbour-wall-falls.share.png");
        Assert.Equal("image/png", first.Content.Headers.ContentType!.MediaType);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        using (var picture = Image.NewFromBuffer(bytes)) Assert.Equal((Card.Width, Card.Height), (picture.Width, picture.Height));

        await newsroom.ActAsync(story, (publication, found) =>
        {
            found.SaveDraft(found.Draft.Content with { Headline = "Harbour wall falls again" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return publication.PublishAsync(found, 0);
        });
        Assert.NotEqual(bytes, await newsroom.Client.GetByteArrayAsync("/city/harbour-wall-falls.share.png"));

        await newsroom.ActAsync(story, (publication, found) => publication.WithdrawAsync(found, new(WithdrawalKind.Mistake, "Too early", 0, newsroom.Clock.GetUtcNow())));
        Assert.NotEqual(HttpStatusCode.OK, (await newsroom.Client.GetAsync("/city/harbour-wall-falls.share.png")).StatusCode);
    }

    [Fact]
    public async Task The_cover_is_a_square_as_large_as_players_ask_for()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var cover = Image.NewFromBuffer(await newsroom.Client.GetByteArrayAsync("/cover.png"));
        Assert.Equal((Card.Cover, Card.Cover), (cover.Width, cover.Height));
    }

    [Theory]
    [InlineData("he", true)]
    [InlineData("en", false)]
    public void The_headline_begins_where_reading_begins(string language, bool isRightToLeft)
    {
        using var picture = Drawn(new("", "", isRightToLeft ? "קיר" : "Wall", "", language, isRightToLeft));
        using var area = picture.ExtractArea(0, 180, Card.Width, 300).Flatten();
        var trim = area.FindTrim(threshold: 60, background: [253, 251, 246]);
        var (left, width) = (Convert.ToInt32(trim[0], CultureInfo.InvariantCulture), Convert.ToInt32(trim[2], CultureInfo.InvariantCulture));
        Assert.True(width > 40);
        Assert.Equal(isRightToLeft, left > Card.Width / 2);
    }

    [Fact]
    public void A_headline_that_fits_in_no_size_is_cut_between_words_inside_the_card()
    {
        var whole = CardSvg.Draw(new("The Harbour Post", "City", string.Join(' ', Enumerable.Repeat("harbour wall falls", 40)), "Ida Holm", "en", false));
        var cut = CardSvg.Draw(new("The Harbour Post", "City", string.Join(' ', Enumerable.Repeat("harbour wall falls", 80)), "Ida Holm", "en", false));
        Assert.Equal(whole, cut);
    }

    [Fact]
    public void Letters_that_our_fonts_lack_make_no_row_of_boxes() => Assert.False(new Card("Post", "", "港口的墙倒了", "", "zh", false).CanBeShown);

    private static Image Drawn(Card card) => Image.SvgloadBuffer(System.Text.Encoding.UTF8.GetBytes(CardSvg.Draw(card)));
}
