using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Api;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi;

/// <summary>An answer that everybody gets, with its tag; the press keeps it.</summary>
internal static class Answer
{
    public static IResult Of<T>(T thing) => MachineAnswer.Of(JsonSerializer.SerializeToUtf8Bytes(thing, DataJson.Written), "application/json; charset=utf-8");

    /// <summary>All of a list that is never long.</summary>
    public static IResult Whole<T>(IEnumerable<T> things) => Of(new Listed<T> { Items = [.. things] });

    /// <summary>A part of a list.</summary>
    /// <param name="next">Where it goes on; null at its end.</param>
    public static IResult Part<T>(IEnumerable<T> things, Fields<T> fields, HttpRequest request, Place? next) where T : class
    {
        var list = new JsonObject { ["items"] = new JsonArray([.. things.Select(fields.Of)]) };
        if (next is { } place)
        {
            var address = Cursor.Next(request, place.Text);
            list["next"] = address;
            request.HttpContext.Response.Headers.Append("Link", $"<{address}>; rel=\"next\"");
        }
        return Of(list);
    }
}
