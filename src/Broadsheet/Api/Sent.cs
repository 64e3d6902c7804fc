using System.Reflection;
using System.Text.Json;
using Broadsheet.Document;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Api;

internal interface ISent
{
    /// <summary>SHA-256 of the bytes sent, by which a repeated request is recognised.</summary>
    byte[] Hash { get; }
}

/// <summary>
/// A request's JSON, read strictly: an unknown member would be a misspelt one, and its content would be lost in silence.
/// It remembers which members were given, so that what is absent can stay as it is and what is null can be emptied.
/// </summary>
internal sealed class Sent<T> : ISent, IEndpointParameterMetadataProvider where T : class
{
    private readonly HashSet<string> given;

    private Sent(T value, HashSet<string> given, byte[] hash) => (Value, this.given, Hash) = (value, given, hash);

    public T Value { get; }

    public byte[] Hash { get; }

    /// <summary>Whether the request has the member, be it null.</summary>
    /// <param name="member">Its name in C#.</param>
    public bool Gives(string member) => given.Contains(JsonNamingPolicy.CamelCase.ConvertName(member));

    public static async ValueTask<Sent<T>?> BindAsync(HttpContext http)
    {
        if (http.Request.Headers.ContentEncoding.Count > 0) throw ProblemKind.WrongType.Exception("Send it uncompressed, without Content-Encoding.");
        if (!http.Request.HasJsonContentType()) throw ProblemKind.WrongType.Exception("Send it as application/json.");

        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));

    private static Sent<T> Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = Parse(bytes);
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw ProblemKind.Malformed.At("", "Send a JSON object.");

        var unknown = UnknownMembers.Of(json.RootElement, ApiJson.Requests.GetTypeInfo(typeof(T)));
        if (unknown.Count > 0) throw ProblemKind.Malformed.Exception(unknown[0].Message, unknown);

        return new(Deserialize(json.RootElement), [.. json.RootElement.EnumerateObject().Select(member => member.Name)], System.Security.Cryptography.SHA256.HashData(bytes.Span));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, ApiJson.Reading);
        }
        catch (JsonException wrong)
        {
            throw ProblemKind.Malformed.At("", $"This is not JSON: {wrong.Message}");
        }
    }

    private static T Deserialize(JsonElement json)
    {
        try
        {
            return json.Deserialize<T>(ApiJson.Requests)!;
        }
        catch (JsonException wrong)
        {
            var path = (wrong.Path ?? "").TrimStart('$').TrimStart('.');
            throw ProblemKind.Malformed.At(path, $"{(path.Length > 0 ? $"“{path}”" : "This")} is missing or is not what it should be. The page /api says what is expected.");
        }
        catch (DocumentException unfit)
        {
            // A body is the only document that a request can hold.
            throw ProblemKind.Unfit.Exception(unfit.Message, [.. unfit.Problems.Select(one => new ProblemPart(one.Path.Length > 0 ? $"body.{one.Path}" : "body", one.Message))]);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: JSON allows it, text does not.
            throw ProblemKind.Malformed.At("", "A text holds half of a surrogate pair.");
        }
    }
}
