using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Tests.Accounts;

namespace Broadsheet.Tests.Api;

/// <summary>A script outside that uses the API with a token, over real HTTP.</summary>
public sealed class Wire : IDisposable
{
    private readonly HttpClient _client;

    private Wire(HttpClient client) => _client = client;

    public static async Task<Wire> OfAsync(Newsroom newsroom, long role) => new(new HttpClient
    {
        BaseAddress = newsroom.Client.BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", await newsroom.TokenAsync(role)) },
    });

    public Task<WireAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);
    public Task<WireAnswer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));
    public Task<WireAnswer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));
    public Task<WireAnswer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public async Task<WireAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = content };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    public void Dispose() => _client.Dispose();
}

public sealed record WireAnswer(int Status, string MediaType, JsonElement Json)
{
    /// <summary>A member by its path, "content.headline" or "problems.0.path"; null where there is none.</summary>
    public JsonElement? this[string path]
    {
        get
        {
            var here = Json;
            foreach (var step in path.Split('.'))
            {
                if (here.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < here.GetArrayLength()) here = here[index];
                else if (here.ValueKind == JsonValueKind.Object && here.TryGetProperty(step, out var member)) here = member;
                else return null;
            }
            return here;
        }
    }

    public string? Text(string path) => this[path] is { } found ? found.ToString() : null;
    public long Revision => Json.GetProperty("revision").GetInt64();
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Succeeds with this status, or the test fails with what the API said.</summary>
    public WireAnswer Expect(int status)
    {
        Assert.True(Status == status, $"{Status} and not {status}: {Json}");
        return this;
    }

    /// <summary>A problem document of this status and kind, whose own status is the answer's.</summary>
    public WireAnswer ExpectProblem(int status, string kind)
    {
        Expect(status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.Equal($"/api#{kind}", Text("type"));
        Assert.False(string.IsNullOrEmpty(Text("title")));
        return this;
    }
}
