using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures.Decoding;
using Broadsheet.Print.Cards;
using Broadsheet.Storage;

namespace Broadsheet.Syndication.Cards;

/// <summary>/politics/the-story.share.png: what a link to a story without a photograph shows, drawn from its headline and the paper's name in the paper's colours.</summary>
internal static class ReadCard
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods($"/{{section}}/{{slug}}{ShareCard.Ending}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(
        string section, string slug, HttpContext http, Newspaper newspaper, StoryViews views, IPaperLook looks, ReaderWords words, PictureDecoder decoder, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition
            || await newspaper.StoryAtAsync(edition, section, slug, clock.GetUtcNow(), stop) is not { } article
            || !ShareCard.IsFor(article)
            || await views.OfAsync([article], edition.ForPaper(), stop) is not [var story])
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var label = story.KindLabel.Length == 0 ? story.Section.Name : words.Say(paper, story.KindLabel);
        var card = (await looks.ReadAsync(stop)).CardOf(paper, story.Headline, label, string.Join(" · ", story.Bylines.Select(byline => byline.Name)));
        return MachineAnswer.Of(await decoder.DrawAsync(CardSvg.Draw(card), stop), "image/png");
    }
}
