using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.FrontPage;

/// <summary>An editor at the front page's desk without script: she sends the form that the page has shown her, by one of its buttons.</summary>
internal sealed class DeskForms(Newsroom newsroom, StaffBrowser browser, Edition edition)
{
    private IHtmlDocument _page = null!;
    private readonly List<(string Name, string Value)> _added = [];

    internal StaffBrowser Browser => browser;
    internal Edition Edition => edition;
    internal string Html { get; private set; } = "";

    internal static async Task<DeskForms> OpenAsync(Newsroom newsroom)
    {
        var desk = new DeskForms(newsroom, await newsroom.AsAsync(Role.Editor), await newsroom.AskAsync(newspaper => newspaper.Editions.OrderBy(row => row.Position).FirstAsync()));
        await desk.ReadAsync();
        return desk;
    }

    internal async Task<string> ReadAsync(long? plan = null)
    {
        Take(await browser.ReadAsync($"/newsroom/front-page?edition={edition.Id}{(plan is null ? "" : $"&plan={plan}")}"));
        return WebUtility.HtmlDecode(Html);
    }

    /// <summary>Presses the button of an act. What comes back is the page in hand, unless it leads elsewhere.</summary>
    internal async Task<HttpStatusCode> ActAsync(string act)
    {
        var answer = await SendAsync(act);
        if (answer.StatusCode != HttpStatusCode.Redirect) Take(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return answer.StatusCode;
    }

    internal Task<HttpResponseMessage> PreviewAsync() => SendAsync("preview");

    internal string Value(string name) => Fields().First(field => field.Name == name).Value;

    /// <summary>Types into the first field of this name.</summary>
    internal void Set(string name, string value) => ((IHtmlInputElement)Form().QuerySelector($"[name='{name}']")!).SetAttribute("value", value);

    internal void Add(string name, string value) => _added.Add((name, value));

    private Task<HttpResponseMessage> SendAsync(string act)
    {
        (string, string)[] fields = [.. Fields(), .. _added, ("Act", act)];
        _added.Clear();
        return browser.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/layout", fields);
    }

    private IElement Form() => _page.QuerySelector("form.front-board")!;

    private IEnumerable<(string Name, string Value)> Fields() => Form().QuerySelectorAll("input, select").Select(control => control switch
    {
        IHtmlInputElement { Type: "checkbox", IsChecked: false } => (null, ""),
        IHtmlInputElement input => (input.Name, input.GetAttribute("value") ?? ""),
        IHtmlSelectElement select => (select.Name, select.Value ?? ""),
        _ => (null, ""),
    }).Where(field => field.Item1 is not null and not "__RequestVerificationToken").Select(field => (field.Item1!, field.Item2));

    private void Take(string html) => (Html, _page) = (html, new HtmlParser().ParseDocument(html));
}
