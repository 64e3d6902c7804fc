using System.Text.Json.Nodes;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust;

namespace Broadsheet.Syndication.Data;

/// <summary>The paper as an organisation: its name, its logo and what it says of itself.</summary>
public sealed class OrganisationData(Newspaper newspaper, IPaperLook looks, PaperOrigin origin)
{
    internal async Task<JsonObject> OfAsync(PaperEdition edition, CancellationToken stop)
    {
        var (look, said) = (await looks.ReadAsync(stop), (await newspaper.SettingOfAsync<TrustStatement>(edition.Id, stop)).Value);
        var paper = JsonLd.Named("NewsMediaOrganization", edition.Name);
        paper["@id"] = $"{origin.Whole(edition.Home)}#organization";
        paper["url"] = origin.Whole(edition.Home);
        // A paper without a picture of its name has at least its sign.
        var logo = new JsonObject { ["@type"] = "ImageObject", ["url"] = origin.Whole(look.Logo ?? "/icon.svg") };
        if (look is { Logo: not null, LogoWidth: > 0 }) (logo["width"], logo["height"]) = (look.LogoWidth, look.LogoHeight);
        paper["logo"] = logo;

        foreach (var policy in said.Subjects.Where(subject => subject.Property.Length > 0).GroupBy(subject => subject.Property))
        {
            var addresses = policy.Select(subject => (JsonNode)origin.Whole(said.AddressOf(subject, edition)!)).ToArray();
            paper[policy.Key] = addresses.Length == 1 ? addresses[0] : new JsonArray(addresses);
        }
        if (said.Subjects.Any()) paper["publishingPrinciples"] = origin.Whole(edition.At("/trust"));
        var contact = TrustSubject.All.Single(subject => subject.Slug == "contact");
        if (said.Mail.Length > 0 || said.AddressOf(contact, edition) is not null)
        {
            var point = new JsonObject { ["@type"] = "ContactPoint", ["contactType"] = "newsroom" };
            if (said.Mail.Length > 0) point["email"] = said.Mail;
            if (said.AddressOf(contact, edition) is { } page) point["url"] = origin.Whole(page);
            paper["contactPoint"] = point;
        }
        return paper;
    }
}
