using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Topics;

/// <summary>What a topic's page asks, as typed.</summary>
public sealed record TopicForm(string Name, string Slug, string Description, long Revision)
{
    public static TopicForm Empty { get; } = new("", "", "", 0);

    public static TopicForm Of(Topic topic) => new(topic.Name, topic.Slug, topic.Description, topic.Revision);

    public static TopicForm Read(IFormCollection form) => new(
        form["Name"].ToString().Trim(), form["Slug"].ToString().Trim(), form["Description"].ToString().ReplaceLineEndings("\n").Trim(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : Name);

    public async Task<Problems> CheckAsync(long edition, long? self, Newspaper newspaper, CancellationToken stop)
    {
        var (problems, address) = (new Problems(), Address);
        if (Name.Length == 0) problems.Add(nameof(Name), T("topic.problem.name"));
        else if (await newspaper.Topics.AnyAsync(row => row.EditionId == edition && row.Slug == address && row.Id != self, stop))
            problems.Add(nameof(Slug), T("topic.problem.taken", ("slug", address)));
        return problems;
    }

    public IReadOnlyList<StaleText> Against(Topic theirs) => StaleText.Of(
        new(T("topic.name"), Name, theirs.Name), new(T("topic.slug"), Slug, theirs.Slug), new(T("topic.description"), Description, theirs.Description));
}
