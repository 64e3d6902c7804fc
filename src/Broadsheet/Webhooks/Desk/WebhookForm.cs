using System.Globalization;
using Broadsheet.Outbound;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Webhooks.Desk;

/// <summary>What a receiver's page asks, as typed.</summary>
/// <param name="Place">"": all stories; "edition/1": of an edition; "section/7": of a section.</param>
public sealed record WebhookForm(string Name, string Address, IReadOnlyList<string> Events, string Place, bool IsOn, long Revision)
{
    public static WebhookForm Empty { get; } = new("", "", [.. Enum.GetNames<WebhookEvent>()], "", true, 0);

    public static WebhookForm Of(WebhookReceiver row) => new(row.Name, row.Address, [.. row.Events.Select(one => one.ToString())],
        row.SectionId is { } section ? $"section/{section}" : row.EditionId is { } edition ? $"edition/{edition}" : "", row.IsOn, row.Revision);

    public static WebhookForm Read(IFormCollection form) => new(
        form["Name"].ToString().ReplaceLineEndings(" ").Trim(), form["Address"].ToString().Trim(), [.. form["Events"].OfType<string>()], form["Place"].ToString(), form["IsOn"] == "true",
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    private IReadOnlyList<WebhookEvent> Chosen => [.. Enum.GetValues<WebhookEvent>().Where(one => Events.Contains(one.ToString()))];

    private long? Edition => KeyIn("edition/");
    private long? Section => KeyIn("section/");

    public async Task<Problems> CheckAsync(OutboundClient outside, Newspaper newspaper, CancellationToken stop)
    {
        var problems = new Problems();
        if (Name.Length is 0 or > WebhookReceiver.LongestName) problems.Add(nameof(Name), T("webhook.problem.name"));
        if (!IsAddress(outside)) problems.Add(nameof(Address), T("webhook.problem.address"));
        if (Chosen.Count == 0) problems.Add(nameof(Events), T("webhook.problem.events"));
        var (edition, section) = (Edition, Section);
        if ((edition is not null && !await newspaper.Set<Editions.Edition>().AnyAsync(row => row.Id == edition, stop))
            || (section is not null && !await newspaper.Set<Sections.Section>().AnyAsync(row => row.Id == section, stop))) problems.Add(nameof(Place), T("webhook.problem.place"));
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    /// <returns>As <see cref="WebhookReceiver.Change"/>.</returns>
    public bool Fill(WebhookReceiver row) => row.Change(Name, new Uri(Address).AbsoluteUri, Chosen, Edition, Section, IsOn);

    public IReadOnlyList<StaleText> Against(WebhookForm theirs) => StaleText.Of(new(T("webhook.name"), Name, theirs.Name), new(T("webhook.address"), Address, theirs.Address));

    // Signed is not sealed: what is told may be read on the way. Inside, by the operator's own word, that is her business.
    private bool IsAddress(OutboundClient outside) => Uri.TryCreate(Address, UriKind.Absolute, out var whole) && whole.AbsoluteUri.Length <= WebhookReceiver.LongestAddress && whole.Fragment.Length == 0
        && outside.MayAsk(whole) && (whole.Scheme == Uri.UriSchemeHttps || outside.IsNamed(whole));

    private long? KeyIn(string kind) => Place.StartsWith(kind, StringComparison.Ordinal) && long.TryParse(Place.AsSpan(kind.Length), CultureInfo.InvariantCulture, out var id) ? id : null;
}
