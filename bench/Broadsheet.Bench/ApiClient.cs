using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Broadsheet.Bench;

/// <summary>What a wire does with the staff API: an article made, changed, published, withdrawn.</summary>
internal sealed class ApiClient(HttpClient client, string token)
{
    internal Task<JsonElement> MakeAsync(string headline) => SendAsync(HttpMethod.Post, "", new { headline, section = "city", bodyHtml = "<p>The wall fell at noon.</p>" });

    internal Task<JsonElement> ChangeAsync(JsonElement article, string headline) => SendAsync(HttpMethod.Patch, $"/{Id(article)}", new { revision = Revision(article), headline });

    internal Task<JsonElement> PublishAsync(JsonElement article) => SendAsync(HttpMethod.Post, $"/{Id(article)}/publication", new { revision = Revision(article) });

    internal Task<JsonElement> WithdrawAsync(JsonElement article) => SendAsync(HttpMethod.Post, $"/{Id(article)}/withdrawal", new { revision = Revision(article), kind = "mistake", reason = "Sent too early" });

    private static Guid Id(JsonElement article) => article.GetProperty("id").GetGuid();

    private static long Revision(JsonElement article) => article.GetProperty("revision").GetInt64();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object content)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/articles" + path) { Content = JsonContent.Create(content) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{method} {path}: {await answer.Content.ReadAsStringAsync()}", null, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
