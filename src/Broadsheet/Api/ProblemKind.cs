namespace Broadsheet.Api;

/// <summary>The kinds of problem that the API answers with. The page at /api lists them.</summary>
public sealed record ProblemKind(string Name, int Status, string Title, string Meaning)
{
    public static readonly ProblemKind Malformed = new("malformed", 400, "This is not the JSON that is expected here",
        "The request is not JSON, has a member that does not exist here, or a value of the wrong kind. “problems” names each place.");

    public static readonly ProblemKind BadQuery = new("bad-query", 400, "The query of the address does not fit",
        "It has a parameter that does not exist here, one given twice, or a value that is not one. “problems” names each.");

    public static readonly ProblemKind Unauthenticated = new("no-token", 401, "A token is needed",
        "There is no token in the header Authorization, or it was revoked.");

    public static readonly ProblemKind Forbidden = new("forbidden", 403, "The token’s role does not allow this",
        "A reporter writes her own articles and publishes nothing; legal removals and names behind pen names need a publisher.");

    public static readonly ProblemKind NotFound = new("not-found", 404, "There is no such thing",
        "Nothing has this id, or there is no such address in the API.");

    public static readonly ProblemKind Gone = new("gone", 410, "The paper has taken this back",
        "A story that was withdrawn, or to which the paper has no rights any more. The status is 451 where the law demanded it. “detail” is what readers are told.");

    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "This cannot be done here",
        "The address exists and takes other methods; the header Allow names them.");

    public static readonly ProblemKind Stale = new("stale-revision", 409, "Somebody saved this since",
        "The request began from a revision that is no longer the last. “article” (or “picture”) is what stands now: put both texts together and send it with its revision.");

    public static readonly ProblemKind Refused = new("refused", 409, "A rule of the paper says no",
        "The act does not go with the article’s state: an embargo, a legal removal, something withdrawn twice.");

    public static readonly ProblemKind TooLarge = new("too-large", 413, "This is too large",
        "An article may have 2 MB of JSON, a picture 60 MB.");

    public static readonly ProblemKind WrongType = new("wrong-type", 415, "This kind of content is not taken here",
        "Articles come as application/json, uncompressed; pictures as multipart/form-data.");

    public static readonly ProblemKind Unfit = new("unfit", 422, "Something in this does not fit",
        "It can be read, but names something that does not exist, breaks a rule or has content that an article cannot hold. “problems” names each place.");

    public static readonly ProblemKind NotReady = new("not-ready", 422, "The article is not ready to go out",
        "Something that every published story needs is missing; nothing was changed.");

    public static readonly ProblemKind KeyReused = new("key-reused", 422, "This Idempotency-Key belongs to another request",
        "The same key came before with other content. A new request needs a new key.");

    public static readonly ProblemKind PictureRefused = new("picture-refused", 422, "The picture is not taken",
        "It is no picture that we can read, is damaged, or would cost too much to open. Nothing was kept.");

    public static readonly ProblemKind TooMany = new("too-many-requests", 429, "Too many requests from this address",
        "One address may ask 6,000 times in ten minutes. The header Retry-After says in how many seconds to come back.");

    public static readonly ProblemKind Unavailable = new("unavailable", 503, "The database does not answer",
        "Nothing was saved. The header Retry-After says in how many seconds to send the same request again.");

    public static readonly ProblemKind Unexpected = new("unexpected", 500, "Something went wrong on our side",
        "The log has the details under the id in “detail”.");

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        Malformed, BadQuery, Unauthenticated, Forbidden, NotFound, Gone, MethodNotAllowed, Stale, Refused, TooLarge, WrongType,
        Unfit, NotReady, KeyReused, PictureRefused, TooMany, Unavailable, Unexpected,
    ];

    /// <summary>The kind that an answer without words of its own belongs to.</summary>
    public static ProblemKind Of(int status) => status switch
    {
        409 => Refused,
        451 => Gone with { Status = status },
        422 => Unfit,
        _ => All.FirstOrDefault(kind => kind.Status == status) ?? (status < 500 ? Malformed with { Status = status } : Unexpected with { Status = status }),
    };

    public ApiProblem With(string? detail = null, IReadOnlyList<ProblemPart>? problems = null) =>
        new() { Type = $"/api#{Name}", Title = Title, Status = Status, Detail = detail, Problems = problems };

    public ApiProblemException Exception(string? detail = null, IReadOnlyList<ProblemPart>? problems = null) => new(With(detail, problems));

    /// <summary>One thing wrong, at one place.</summary>
    public ApiProblemException At(string path, string message) => Exception(message, [new(path, message)]);
}
