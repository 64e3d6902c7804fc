using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Inbox.Forms;

/// <summary>{{ forms }}: where readers of this edition can write in. On a story's page the ways lead there with the story.</summary>
internal sealed class FormsPart(Newspaper newspaper) : PagePart
{
    public override string Name => "forms";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        var open = (await newspaper.SettingOfAsync<ReaderForms>(page.Edition.Id, cancellation)).Value;
        // A preview has no id: nothing is written about what is not out.
        var story = page.Content is ArticlePageView { Article.Id: { Length: > 0 } id } ? id : "";
        return new FormsView(open, page.Edition, story);
    }
}

/// <summary>The ways to the forms; null where a form is closed.</summary>
public sealed class FormsView(ReaderForms open, PaperEdition edition, string story) : View
{
    public string? Contact => Way(MessageKind.Contact, false);
    public string? Tip => Way(MessageKind.Tip, false);
    public string? Letter => Way(MessageKind.Letter, false);

    /// <summary>On a story's page: to say that something in it is wrong.</summary>
    public string? Error => story.Length == 0 ? null : Way(MessageKind.Error, true);

    /// <summary>On a story's page: to write a letter about it.</summary>
    public string? LetterAbout => story.Length == 0 ? null : Way(MessageKind.Letter, true);

    private string? Way(MessageKind kind, bool about) => open.IsOpen(kind) ? edition.Personal($"/write/{MessageKinds.NameOf(kind)}{(about ? $"?story={story}" : "")}") : null;
}
