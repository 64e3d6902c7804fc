using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;
using Broadsheet.Web;

namespace Broadsheet.Accounts;

/// <summary>Who is asking: a member of staff through a session, or a token through the API. Endpoints take it as a parameter.</summary>
/// <param name="Permissions">What her role grants at this moment.</param>
/// <param name="MemberId">Null when it is a token.</param>
/// <param name="SessionId">The session in use; null when it is a token.</param>
/// <param name="TokenId">The token in use; null when it is a person.</param>
public sealed record Staff(string Name, IReadOnlySet<Permission> Permissions, long? MemberId, long? SessionId = null, long? TokenId = null)
{
    /// <summary>For whom it is not asked what she may.</summary>
    public static readonly IReadOnlySet<Permission> Nothing = FrozenSet<Permission>.Empty;

    /// <summary>The desks at which she works; a token works at none.</summary>
    public IReadOnlyList<StaffDesk> Desks { get; init; } = [];

    /// <summary>The language of the newsroom that she chose; empty: her browser's.</summary>
    public string Language { get; init; } = "";

    /// <summary>Who signs a row: a member's id, or a token's as a negative number.</summary>
    public long By => MemberId ?? -(TokenId ?? 0);

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Whether this is one's own upload, or one may edit everybody's. Of stories Articles/ArticleReach decides.</summary>
    public bool MayEdit(long? uploadedBy) => May(Permission.EditAnyArticle) || (By != 0 && By == uploadedBy);

    /// <summary>Whether she may publish what stands in a section, by its key inside.</summary>
    public bool MayPublishIn(long section) =>
        May(Permission.PublishArticles) && (May(Permission.PublishInAnySection) || Desks.Any(desk => desk.Sections.Contains(section)));

    /// <summary>Reads who is asking out of the request. Endpoints behind the gate always get an answer.</summary>
    public static ValueTask<Staff?> BindAsync(HttpContext context) => ValueTask.FromResult(Find(context.User));

    public static Staff? Find(ClaimsPrincipal principal) => (principal.Identity as StaffIdentity)?.Staff;

    internal ClaimsPrincipal ToPrincipal(string scheme) => new(new StaffIdentity(this, scheme));

    // What she may is looked up at each request and carried in memory; no claim holds it, so none can grow old.
    private sealed class StaffIdentity : ClaimsIdentity
    {
        public StaffIdentity(Staff staff, string scheme) : base([new(ClaimTypes.Name, staff.Name)], scheme)
        {
            Staff = staff;
            if (staff.Language.Length > 0) AddClaim(new Claim(NewsroomLanguage.Claim, staff.Language));
            // Antiforgery ties its tokens to the name identifier: a token stays good when the same person signs in again.
            if (staff.MemberId is { } id) AddClaim(new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture)));
        }

        public Staff Staff { get; }

        public override ClaimsIdentity Clone() => new StaffIdentity(Staff, AuthenticationType!);
    }
}
