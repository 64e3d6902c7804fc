using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Trust.Machines;

/// <summary>Says on every answer of the paper what machines may do with it.</summary>
/// <remarks>X-Robots-Tag: what search engines read, and by custom robots that gather. TDMRep: the W3C group's report of 2024. Link: RSL 1.0.</remarks>
internal sealed class MachineHeaders : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Write(await http.RequestServices.GetRequiredService<Newspaper>().SettingAsync<MachineTerms>(http.RequestAborted), http.Response.Headers, http.RequestServices.GetRequiredService<PaperOrigin>());
        return await next(context);
    }

    internal static void Write(MachineTerms terms, IHeaderDictionary headers, PaperOrigin origin)
    {
        if (!terms.IsStated) return;
        string[] robots = [.. terms.Search ? Array.Empty<string>() : ["noindex"], .. terms.Training ? Array.Empty<string>() : ["noai", "noimageai"]];
        if (robots.Length > 0) headers["X-Robots-Tag"] = string.Join(", ", robots);
        headers["tdm-reservation"] = terms.IsReserved ? "1" : "0";
        if (terms.IsReserved && terms.Terms.Length > 0) headers["tdm-policy"] = terms.Terms;
        headers.Link = $"<{origin.Whole(MachineTerms.Licence)}>; rel=\"license\"; type=\"application/rsl+xml\"";
    }
}
