using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Topics;

/// <summary>What a topic's page asks, as typed.</summary>
/// <param name="Parent">The name of the wider topic, as typed.</param>
/// <param name="Synonyms">Other names, one a line.</param>
/// <param name="IsPublicPerson">Somebody answers for there being a page about this person.</param>
public sealed record TopicForm(
    string Name, string Slug, string Description, TopicKind Kind, bool IsPublicPerson, string Parent, string Synonyms, string Website, Guid? Picture, long Revision)
{
    public static TopicForm Empty { get; } = new("", "", "", TopicKind.Subject, false, "", "", "", null, 0);

    public static TopicForm Of(Topic topic, string? parent) => new(
        topic.Name, topic.Slug, topic.Description, topic.Kind, topic.Kind == TopicKind.Person, parent ?? "", string.Join('\n', topic.Synonyms), topic.Website, topic.Picture, topic.Revision);

    public static TopicForm Read(IFormCollection form) => new(
        Word(form, "Name"), Word(form, "Slug"), Word(form, "Description"),
        Enum.TryParse<TopicKind>(form["Kind"], out var kind) && Enum.IsDefined(kind) ? kind : TopicKind.Subject, form["IsPublicPerson"] == "true",
        Word(form, "Parent"), Word(form, "Synonyms"), Word(form, "Website"), Guid.TryParse(form["Picture"], out var picture) ? picture : null,
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : Name);

    public IReadOnlyList<string> OtherNames => Synonyms.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with it, and the wider topic that it names.</summary>
    public async Task<(Problems Problems, long? Parent)> CheckAsync(long edition, long? self, Newspaper newspaper, CancellationToken stop)
    {
        var (problems, address) = (new Problems(), Address);
        if (Name.Length == 0) problems.Add(nameof(Name), T("topic.problem.name"));
        else if (await newspaper.Topics.AnyAsync(row => row.EditionId == edition && row.Slug == address && row.Id != self, stop))
            problems.Add(nameof(Slug), T("topic.problem.taken", ("slug", address)));
        else if ((await newspaper.TopicsCalledAsync(edition, [Paper.Slug.Of(Name)], stop)).Find(row => row.Id != self) is { } called)
            problems.Add(nameof(Name), T("topic.problem.synonym", ("name", called.Name)));
        if (Kind == TopicKind.Person && !IsPublicPerson) problems.Add(nameof(IsPublicPerson), T("topic.problem.person"));
        if (Website.Length > 0 && !(Uri.TryCreate(Website, UriKind.Absolute, out var site) && site.Scheme is "https" or "http")) problems.Add(nameof(Website), T("topic.problem.website"));

        var others = await newspaper.TopicsCalledAsync(edition, [.. OtherNames.Select(Paper.Slug.Of)], stop);
        if (others.FirstOrDefault(row => row.Id != self) is { } other) problems.Add(nameof(Synonyms), T("topic.problem.synonym", ("name", other.Name)));
        return (problems, Parent.Length > 0 ? await ParentAsync(edition, self, newspaper, problems, stop) : null);
    }

    /// <summary>All but what <see cref="Topic.Change"/> takes.</summary>
    public void WriteTo(Topic topic, long? parent)
    {
        topic.CallAlso(OtherNames);
        (topic.Kind, topic.ParentId, topic.Website, topic.Picture) = (Kind, parent, Website, Picture);
    }

    public IReadOnlyList<StaleText> Against(Topic theirs) => StaleText.Of(
        new(T("topic.name"), Name, theirs.Name), new(T("topic.slug"), Slug, theirs.Slug), new(T("topic.description"), Description, theirs.Description),
        new(T("topic.synonyms"), string.Join('\n', OtherNames), string.Join('\n', theirs.Synonyms)), new(T("topic.website"), Website, theirs.Website));

    // A circle of topics, each part of the next, would have no widest.
    private async Task<long?> ParentAsync(long edition, long? self, Newspaper newspaper, Problems problems, CancellationToken stop)
    {
        if ((await newspaper.TopicsCalledAsync(edition, [Paper.Slug.Of(Parent)], stop)).FirstOrDefault() is not { } parent)
        {
            problems.Add(nameof(Parent), T("topic.problem.parent", ("name", Parent)));
            return null;
        }
        var above = parent;
        for (var depth = 1; above is not null; depth++)
        {
            if (above.Id == self || depth > Topic.MostAbove)
            {
                problems.Add(nameof(Parent), T(above.Id == self ? "topic.problem.circle" : "topic.problem.deep", ("name", parent.Name)));
                break;
            }
            above = above.ParentId is { } next ? await newspaper.Topics.SingleOrDefaultAsync(row => row.Id == next, stop) : null;
        }
        return parent.Id;
    }

    private static string Word(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
}
