using System.Text.Json;

namespace Broadsheet.Tests.PublicApi;

/// <summary>A program outside that reads the paper's public API.</summary>
internal static class Reader
{
    public const string Root = "/api/v1/paper";

    extension(Newsroom newsroom)
    {
        public async Task<JsonElement> ReadAsync(string path)
        {
            using var answer = await newsroom.Client.GetAsync(Root + path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
            return JsonDocument.Parse(text).RootElement;
        }

        /// <summary>What is wrong with a request, as a problem document says it.</summary>
        public async Task<JsonElement> RefusalAsync(string path, int status, string kind)
        {
            using var answer = await newsroom.Client.GetAsync(Root + path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode == status, $"{path}: {(int)answer.StatusCode} {text}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            var problem = JsonDocument.Parse(text).RootElement;
            Assert.Equal($"/api#{kind}", problem.GetProperty("type").GetString());
            return problem;
        }

        public async Task<List<string>> HeadlinesAsync(string path) => Headlines(await newsroom.ReadAsync(path));
    }

    public static List<string> Headlines(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(story => story.GetProperty("headline").GetString()!)];
}
