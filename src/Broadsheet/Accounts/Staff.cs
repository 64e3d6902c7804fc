using System.Globalization;
using System.Security.Claims;

namespace Broadsheet.Accounts;

/// <summary>Who is asking: a member of staff through a session, or a token through the API. Endpoints take it as a parameter.</summary>
/// <param name="MemberId">Null when it is a token.</param>
/// <param name="SessionId">The session in use; null when it is a token.</param>
/// <param name="TokenId">The token in use; null when it is a person.</param>
public sealed record Staff(string Name, Role Role, long? MemberId, long? SessionId = null, long? TokenId = null)
{
    private const string SessionClaim = "session";
    private const string TokenClaim = "token";

    /// <summary>Who signs a row: a member's id, or a token's as a negative number.</summary>
    public long By => MemberId ?? -(TokenId ?? 0);

    public bool May(Permission permission) => Role.Grants(permission);

    /// <summary>Whether this is one's own piece of writing, or one may edit everybody's.</summary>
    public bool MayEdit(long? writtenBy) => May(Permission.EditAnyArticle) || (By != 0 && By == writtenBy);

    /// <summary>Reads who is asking out of the request. Endpoints behind the gate always get an answer.</summary>
    public static ValueTask<Staff?> BindAsync(HttpContext context) => ValueTask.FromResult(Find(context.User));

    public static Staff? Find(ClaimsPrincipal principal)
    {
        if (principal.Identity is not ClaimsIdentity { IsAuthenticated: true } identity) return null;
        if (!Enum.TryParse<Role>(identity.FindFirst(ClaimTypes.Role)?.Value, out var role)) return null;
        return new Staff(identity.Name ?? "", role, Number(ClaimTypes.NameIdentifier), Number(SessionClaim), Number(TokenClaim));

        long? Number(string claim) => long.TryParse(identity.FindFirst(claim)?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    internal ClaimsPrincipal ToPrincipal(string scheme)
    {
        // Antiforgery ties its tokens to the name identifier: a token stays good when the same person signs in again.
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString())], scheme);
        Add(ClaimTypes.NameIdentifier, MemberId);
        Add(SessionClaim, SessionId);
        Add(TokenClaim, TokenId);
        return new ClaimsPrincipal(identity);

        void Add(string claim, long? number)
        {
            if (number is { } value) identity.AddClaim(new Claim(claim, value.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
