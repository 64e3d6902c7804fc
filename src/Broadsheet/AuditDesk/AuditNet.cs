using Broadsheet.Accounts;
using Broadsheet.Storage;

namespace Broadsheet.AuditDesk;

/// <summary>On an endpoint that changes something: why nobody will have to answer for it.</summary>
public sealed record NeedsNoAudit(string Reason);

/// <summary>
/// Acts that matter write their own entry, with a reason, in the transaction of the act. This net catches the rest: whatever changed
/// something in the newsroom and wrote no entry gets one with the address, so that no new act can be forgotten.
/// </summary>
public static class AuditNet
{
    /// <summary>What changes something that nobody has to answer for.</summary>
    public static TBuilder WithoutAudit<TBuilder>(this TBuilder endpoint, string reason) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsNoAudit(reason));

    /// <summary>Spans the net under every endpoint of the group.</summary>
    public static RouteGroupBuilder WithAuditNet(this RouteGroupBuilder newsroom) => newsroom.AddEndpointFilter(async (invocation, next) =>
    {
        var answer = await next(invocation);
        var http = invocation.HttpContext;
        if (Concerns(http) && Succeeded(answer) && Staff.Find(http.User) is { } staff) await NoteAsync(http, staff);
        return answer;
    });

    private static bool Concerns(HttpContext http) =>
        !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.GetEndpoint()?.Metadata.GetMetadata<NeedsNoAudit>() is null;

    private static bool Succeeded(object? answer) => answer switch
    {
        INestedHttpResult nested => Succeeded(nested.Result),
        IStatusCodeHttpResult { StatusCode: >= 400 } => false,
        _ => true,
    };

    private static async Task NoteAsync(HttpContext http, Staff staff)
    {
        var newspaper = http.RequestServices.GetRequiredService<Newspaper>();
        if (newspaper.ChangeTracker.Entries<AuditEntry>().Any()) return;

        // What the act left unsaved is none of the net's.
        newspaper.ChangeTracker.Clear();
        var (act, which) = NameOf(http);
        newspaper.Audit(staff, act, which, null, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        await newspaper.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>POST /newsroom/articles/7/publication is the act <c>articles/publication</c> on <c>articles/7</c>.</summary>
    internal static (string Act, string Which) NameOf(HttpContext http)
    {
        var pattern = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern;
        var words = pattern.PathSegments.Skip(1).Where(segment => segment.IsSimple && segment.Parts[0].IsLiteral).Select(segment => ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)segment.Parts[0]).Content).ToList();
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var act = words.Count == 0 ? http.Request.Method : string.Join('/', words);
        return (act.Length <= 60 ? act : act[..60], string.Join('/', path) is { Length: <= 120 } which ? which : string.Join('/', path)[..120]);
    }
}
