using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Document;
using Broadsheet.Document.Reading;
using Broadsheet.Editions;
using Broadsheet.Inbox;
using Broadsheet.Menus;
using Broadsheet.Messages;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Archive;
using Broadsheet.Pages;
using Broadsheet.Pictures;
using Broadsheet.Popularity;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Syndication.Republication;
using Broadsheet.Topics;
using Broadsheet.Translations;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sample;

/// <summary>Puts the paper of an invented port city into an empty database, so that a first look is at a finished paper.</summary>
public sealed class SamplePaper(Newspaper newspaper, PictureIntake intake, TimeProvider clock)
{
    private readonly SamplePaperFile _file = SampleFiles.Json<SamplePaperFile>("sample/paper.json");
    private readonly Dictionary<string, Picture> _pictures = [];
    private readonly Dictionary<string, Contributor> _contributors = [];
    private readonly Dictionary<string, (Article Article, ArticleContent Content)> _stories = [];

    // Of the edition that is being made.
    private Dictionary<string, StorySeries> _series = [];

    // From a translation to its original.
    private readonly Dictionary<string, string> _translations = [];

    /// <summary>Does nothing when the paper has an edition already.</summary>
    /// <param name="done">Told which part was finished.</param>
    public async Task AddToEmptyAsync(Action<string>? done = null, CancellationToken stop = default)
    {
        if (await newspaper.Editions.AnyAsync(stop)) return;

        await AddPicturesAsync(stop);
        done?.Invoke($"{_pictures.Count} pictures");
        await newspaper.WriteAsync(async () =>
        {
            AddContributors();
            await newspaper.SaveChangesAsync(stop);
            for (var position = 0; position < _file.Editions.Count; position++) await AddEditionAsync(_file.Editions[position], position, stop);
        }, stop);
        await PairTranslationsAsync(stop);
        done?.Invoke($"{_stories.Count} stories");
    }

    private async Task PairTranslationsAsync(CancellationToken stop)
    {
        foreach (var (translation, source) in _translations)
        {
            var (article, original) = (_stories[translation].Article, _stories[source].Article);
            newspaper.Translations.Add(Translation.Of(article, original, version: 1, await newspaper.CorrectionsOf(original.Id).ToListAsync(stop), [], by: 0, article.CreatedAt));
        }
        await newspaper.SaveChangesAsync(stop);
    }

    private async Task AddPicturesAsync(CancellationToken stop)
    {
        foreach (var (name, said) in SampleFiles.Json<SamplePictures>("sample/pictures.json").Pictures)
        {
            await using var bytes = SampleFiles.Open($"sample/pictures/{name}");
            var picture = (await intake.TakeInAsync(bytes, name, 0, stop)).Picture;
            picture.Caption = said.Caption;
            picture.AltText = said.Alt;
            picture.TakenOn = said.Taken;
            picture.Credit = Credit.Of(KindOf(said.Credit.Kind), [.. said.Credit.Agencies ?? [], .. said.Credit.Creator is { } creator ? [creator] : Array.Empty<string>()], said.Credit.Creator, said.Credit.Via);
            picture.FocusOn((int)(said.Focus.X * 100), (int)(said.Focus.Y * 100));
            picture.Remember();
            _pictures[Path.GetFileNameWithoutExtension(name)] = picture;
        }
        await newspaper.SaveChangesAsync(stop);
    }

    private static CreditKind KindOf(string kind) => kind switch
    {
        "graphic" => CreditKind.OwnGraphic,
        "staff" => CreditKind.Staff,
        "handout" => CreditKind.Handout,
        "courtesy" => CreditKind.Courtesy,
        _ => CreditKind.Photographer,
    };

    private void AddContributors()
    {
        foreach (var said in _file.Contributors)
        {
            var names = said.Name.Values.ToList();
            var contributor = new Contributor(said.Name.GetValueOrDefault("en", names[0]), said.Slug, said.Kind == "desk" ? ContributorKind.Desk : ContributorKind.Person)
            {
                Bio = said.Bio.GetValueOrDefault("en", said.Bio.Values.FirstOrDefault() ?? ""),
            };
            if (said.Name.TryGetValue("he", out var name)) contributor.Translations["he"] = new ContributorText(name, said.Bio.GetValueOrDefault("he", ""));
            newspaper.Contributors.Add(contributor);
            foreach (var printed in names) _contributors[printed] = contributor;
        }
    }

    private async Task AddEditionAsync(SampleEdition said, int position, CancellationToken stop)
    {
        var edition = new Edition(position == 0 ? "" : said.Code, said.Name, said.Language, said.TimeZone, position) { Tagline = said.Tagline };
        newspaper.Editions.Add(edition);
        await newspaper.SaveChangesAsync(stop);

        var sections = said.Sections.Select((section, place) => new Section(edition.Id, section.Name, section.Slug, place) { Description = section.Description }).ToDictionary(section => section.Slug);
        var topics = _file.Topics.Where(topic => topic.Name.ContainsKey(said.Code)).ToDictionary(topic => topic.Slug, topic => TopicOf(topic, edition, said.Code));
        newspaper.AddRange(sections.Values);
        newspaper.AddRange(topics.Values);
        _series = _file.Series.Where(series => series.Name.ContainsKey(said.Code)).ToDictionary(series => series.Slug, series => SeriesOf(series, edition, said.Code));
        newspaper.AddRange(_series.Values);
        AddPages(edition, said);
        AddMessages(edition, said);
        newspaper.SetSettingOf(edition.Id, new ReaderForms { Letter = true, Tip = true }, by: 0, clock.GetUtcNow());
        newspaper.SetSettingOf(edition.Id, new RepublicationTerms { Licence = RepublicationLicence.ByNd }, by: 0, clock.GetUtcNow());
        foreach (var (place, letter) in said.Newsletters.Index())
        {
            var newsletter = new Newsletter(edition.Id, letter.Name, letter.Slug, place);
            newsletter.Change(letter.Name, letter.Slug, letter.Description, senderName: "", replyAddress: "", isOpen: true, countsClicks: true, place);
            newspaper.Newsletters.Add(newsletter);
        }
        await newspaper.SaveChangesAsync(stop);
        foreach (var topic in _file.Topics.Where(topic => topic.Parent is not null && topics.ContainsKey(topic.Slug))) topics[topic.Slug].ParentId = topics[topic.Parent!].Id;

        await AddStoriesAsync(edition, said.Code, sections, topics, stop);
        await AddIssuesAsync(edition, stop);
    }

    private StorySeries SeriesOf(SampleSeries said, Edition edition, string code) => new(edition.Id, said.Name[code], said.Slug)
    {
        Description = said.About[code],
        Picture = _pictures[said.Picture].PublicId,
    };

    private Topic TopicOf(SampleTopic said, Edition edition, string code) => new(edition.Id, said.Name[code], said.Slug)
    {
        Description = said.About?.GetValueOrDefault(code) ?? "",
        Kind = said.Kind,
        Picture = said.Picture is { } picture ? _pictures[picture].PublicId : null,
    };

    // Sent by nobody, to nobody: so that there is something to see where sent issues stand.
    private async Task AddIssuesAsync(Edition edition, CancellationToken stop)
    {
        var stories = await newspaper.Articles.InEdition(edition.Id).Where(row => row.PublishedAt != null && row.Kind != ArticleKind.Sponsored).LatestFirst().Take(5).Select(row => new { row.Id, row.PublishedAt }).ToListAsync(stop);
        if (stories.Count == 0) return;
        foreach (var newsletter in await newspaper.Newsletters.Where(row => row.EditionId == edition.Id).ToListAsync(stop))
            newspaper.ArchivedIssues.Add(new(Guid.CreateVersion7(), newsletter.Id, "", "", null, [.. stories.Select(row => row.Id)], stories[0].PublishedAt!.Value));
        await newspaper.SaveChangesAsync(stop);
    }

    private void AddPages(Edition edition, SampleEdition said)
    {
        foreach (var file in SampleFiles.Under($"pages/{said.Code}"))
        {
            var slug = Path.GetFileNameWithoutExtension(file);
            var text = new SampleText(slug, SampleFiles.Read(file));
            newspaper.Pages.Add(new PlainPage(edition.Id, text["title"], slug) { Body = MarkdownReader.Read(text.Body).Document, IsPublished = true });
            // The masthead's own button leads to the support page.
            if (slug != said.Support.Text) newspaper.MenuItems.Add(new MenuItem(edition.Id, MenuPlace.Footer, text["title"], $"/{slug}", newspaper.MenuItems.Local.Count));
        }
    }

    private void AddMessages(Edition edition, SampleEdition said)
    {
        newspaper.SetSettingOf(edition.Id, new PaperSupport
        {
            Amounts = SuggestedAmounts.Read(string.Join(' ', said.Support.Amounts), Currency.Find(said.Support.Currency)!)!,
            Contact = said.Support.Contact,
        }, by: 0, clock.GetUtcNow());
        foreach (var (place, text) in said.Messages.Index())
        {
            var message = new Message(edition.Id, text.Name, place);
            message.Change(text.Name, isOn: true, from: null, until: null, place,
                new() { Title = text.Title, Body = DraftDocument.OfText(text.Text), Button = text.Button, Address = text.Address, Ask = Enum.Parse<MessageAsk>(text.Ask) },
                new()
                {
                    InStory = text.Paragraph > 0 ? StoryPlace.AfterParagraph : StoryPlace.End,
                    Paragraph = Math.Max(1, text.Paragraph),
                    OnFront = text.OnFront,
                    Who = Enum.Parse<Audience>(text.Who),
                }, goal: null);
            newspaper.Messages.Add(message);
        }
    }

    private async Task AddStoriesAsync(Edition edition, string code, Dictionary<string, Section> sections, Dictionary<string, Topic> topics, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var texts = SampleFiles.Under($"stories/{code}").Select(file => new SampleText(Path.GetFileNameWithoutExtension(file), SampleFiles.Read(file)))
            .OrderBy(text => text.Ago("published_ago", now)).ToList();

        // Every story has its id before the first body is read: a box of related stories may name any of them.
        var articles = texts.ToDictionary(text => text.Slug, text => new Article(edition.Id, text.Ago("published_ago", now)));
        newspaper.Articles.AddRange(articles.Values);
        await newspaper.SaveChangesAsync(stop);

        var reading = new ReadingOptions
        {
            Article = slug => articles.GetValueOrDefault(slug)?.PublicId,
            Picture = name => _pictures.GetValueOrDefault(Path.GetFileNameWithoutExtension(name))?.PublicId,
        };
        foreach (var text in texts)
        {
            var content = ContentOf(text, sections[text["section"]], topics, reading);
            var article = articles[text.Slug];
            article.SaveDraft(content, article.Draft.Revision, 0, article.CreatedAt);
            var version = ArticleVersion.After(null, article, content, 0, article.CreatedAt, "", await newspaper.PictureHashesAsync(content, stop));
            newspaper.ArticleVersions.Add(version);
            await newspaper.SaveChangesAsync(stop);

            var places = new ArticlePlaces(sections[text["section"]].Id, text.Slug, [.. text.List("topics").Select(slug => topics[slug].Id)],
                [.. text.Bylines().Where(line => _contributors.ContainsKey(line.Name)).Select(line => _contributors[line.Name].Id).Distinct()], [], _series.GetValueOrDefault(text["series"])?.Id);
            article.Publish(version, content, places, article.CreatedAt);
            if (text["updated_ago"].Length > 0) article.Publish(version, content, places, text.Ago("updated_ago", now), saysUpdated: true);
            foreach (var (key, said) in new[] { ("correction", CorrectionKind.Correction), ("clarification", CorrectionKind.Clarification) })
                if (text[key].Length > 0) newspaper.Corrections.Add(new Correction(article, said, text[key], version.Number, 0, text.Ago("corrected_ago", now)));
            newspaper.ReadCounts.AddRange(SampleReads.Of(article.Id, article.CreatedAt, now, long.TryParse(text["reads"], CultureInfo.InvariantCulture, out var reads) ? reads : 0));
            _stories[$"{code}/{text.Slug}"] = (article, content);
            if (text["translation_of"].Length > 0) _translations[$"{code}/{text.Slug}"] = $"{_file.Editions[0].Code}/{text["translation_of"]}";
        }
        await newspaper.SaveChangesAsync(stop);
    }

    private ArticleContent ContentOf(SampleText text, Section section, Dictionary<string, Topic> topics, ReadingOptions reading) => new()
    {
        Headline = text["headline"],
        ShortHeadline = text["short_headline"],
        Standfirst = text["standfirst"].Replace("*", "", StringComparison.Ordinal),
        Dateline = text["dateline"],
        Body = MarkdownReader.Read(text.Body, reading).Document,
        LeadPicture = text["picture"].Length == 0 ? null : new PictureUse(_pictures[text["picture"]].PublicId, text["picture_caption"]),
        Kind = Enum.Parse<ArticleKind>(text["kind"], ignoreCase: true),
        Payer = text["payer"],
        Section = section.PublicId,
        Topics = [.. text.List("topics").Select(slug => topics[slug].PublicId)],
        Series = _series.GetValueOrDefault(text["series"])?.PublicId,
        Bylines = [.. text.Bylines().Select(line => _contributors.TryGetValue(line.Name, out var who) ? new Byline(who.PublicId, Role: line.Role) : new Byline(null, line.Name, line.Role))],
        Slug = text.Slug,
        IsSensitive = text["sensitive"] == "true",
    };
}
