using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Readers;

namespace Broadsheet.Inbox.Forms;

/// <summary>What a form carries: the number that its message will have.</summary>
public sealed record WriteSigned(long Id);

/// <summary>Draws /write/…</summary>
public sealed class WritePage(StoryViews stories, SignedForms forms, ReaderWords words)
{
    /// <summary>The story that a form names; null: none, or it is not out.</summary>
    public async Task<StoryView?> StoryAsync(string? id, Edition edition, CancellationToken stop) =>
        Guid.TryParse(id, out var story) ? (await stories.NamedAsync([story], edition.ForPaper(), stop)).SingleOrDefault() : null;

    /// <summary>What is agreed to by whoever sends a letter.</summary>
    public string ConsentIn(Edition edition) => words.Say(edition.ForPaper(), "write.consent");

    /// <param name="problems">Fields with the keys of what is wrong in them.</param>
    /// <param name="sent">What the form carried, where the same is to be sent again.</param>
    public IResult Show(Edition edition, MessageKind kind, WrittenForm form, StoryView? story, IEnumerable<(string Field, string Key)> problems, string? sent = null)
    {
        var (paper, name) = (edition.ForPaper(), MessageKinds.NameOf(kind));
        var view = new WriteView(kind, form)
        {
            Title = words.Say(paper, $"write.{name}.title"),
            About = words.Say(paper, $"write.{name}.about"),
            TextLabel = words.Say(paper, $"write.{name}.text"),
            Action = paper.Personal($"/write/{name}"),
            Form = sent ?? forms.Sign(new WriteSigned(InboxMessage.NewId())),
            Story = story,
            Problems = [.. problems.Select(problem => new WriteProblemView(problem.Field, words.Say(paper, problem.Key, ("most", InboxMessage.LongestText), ("count", InboxStore.MostFiles), ("size", InboxStore.MostMegabytes))))],
        };
        return new PaperResult(new PaperPage(paper, "write", view, new PageHead { Title = view.Title, Robots = "noindex" })
        {
            Status = view.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        })
        { IsPrivate = true };
    }
}
