using Broadsheet.Paper;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Trust.Machines;

/// <summary>/license.xml: the terms as an RSL licence (rslstandard.org, 1.0); /.well-known/tdmrep.json: what is reserved of them.</summary>
internal static class ReadLicence
{
    private static readonly XNamespace Rsl = "https://rslstandard.org/rsl";

    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods(MachineTerms.Licence, reading, Licence);
        paper.MapMethods("/.well-known/tdmrep.json", reading, Reservation);
    }

    internal static async Task<IResult> Licence(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        if (http.Edition is not { Code: "" } edition || await newspaper.SettingAsync<MachineTerms>(stop) is not { IsStated: true } terms) return await Missing.AnswerAsync(http, newspaper, stop);

        var content = new XElement(Rsl + "content", new XAttribute("url", "/"), new XElement(Rsl + "license", Uses("permits", terms, true), Uses("prohibits", terms, false)), new XElement(Rsl + "copyright", edition.Name));
        if (terms.Terms.Length > 0) content.Add(new XElement(Rsl + "terms", terms.Terms));
        return MachineAnswer.Lines(["<?xml version=\"1.0\" encoding=\"utf-8\"?>", new XElement(Rsl + "rsl", content).ToString()], "application/rsl+xml");
    }

    private static XElement? Uses(string name, MachineTerms terms, bool isAllowed) =>
        string.Join(' ', terms.Uses.Where(use => use.IsAllowed == isAllowed).Select(use => use.Name)) is { Length: > 0 } uses ? new XElement(Rsl + name, new XAttribute("type", "usage"), uses) : null;

    internal static async Task<IResult> Reservation(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        if (http.Edition is not { Code: "" } || await newspaper.SettingAsync<MachineTerms>(stop) is not { IsStated: true } terms) return await Missing.AnswerAsync(http, newspaper, stop);

        var rule = new JsonObject { ["location"] = "/", ["tdm-reservation"] = terms.IsReserved ? 1 : 0 };
        if (terms.IsReserved && terms.Terms.Length > 0) rule["tdm-policy"] = terms.Terms;
        return MachineAnswer.Lines([new JsonArray(rule).ToJsonString()], "application/json");
    }
}
