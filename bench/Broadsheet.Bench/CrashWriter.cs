using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Broadsheet.Bench;

/// <summary>What the program said it has kept of an article, and the headline it was sent last.</summary>
internal sealed record Acknowledged(Guid Id, long Revision, string Headline, string? UnderWay = null);

/// <summary>Makes an article and changes it three times, over and over, until the program dies. It alone touches its articles.</summary>
internal sealed class CrashWriter(HttpClient client, ConcurrentDictionary<Guid, Acknowledged> kept)
{
    public async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var id = await SendAsync(HttpMethod.Post, "/api/v1/articles", new { headline = $"Wall {Guid.NewGuid():N}", section = "city", bodyHtml = "<p>The wall fell at noon.</p>" });
                for (var change = 1; change <= 3; change++)
                {
                    var headline = $"Change {change} {Guid.NewGuid():N}";
                    kept[id] = kept[id] with { UnderWay = headline };
                    await SendAsync(HttpMethod.Patch, $"/api/v1/articles/{id}", new { revision = kept[id].Revision, headline });
                }
            }
        }
        catch (Exception dead) when (dead is HttpRequestException { StatusCode: null } or IOException)
        {
            // The kill: what was under way has no answer.
        }
    }

    private async Task<Guid> SendAsync(HttpMethod method, string path, object content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(content) };
        using var answer = await client.SendAsync(request);
        // A refusal carries its status, so it is not taken for the kill.
        answer.EnsureSuccessStatusCode();
        var article = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var id = article.GetProperty("id").GetGuid();
        var headline = article.GetProperty("headline").GetString()!;
        kept[id] = new(id, article.GetProperty("revision").GetInt64(), headline);
        return id;
    }
}
