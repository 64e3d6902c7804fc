using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Pictures;

namespace Broadsheet.Tests.Api;

/// <summary>The commands of docs/api.md and their refusals, run by a shell with the real curl and a token of the command line.</summary>
public sealed partial class CurlTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("curl").FullName;
    private readonly Dictionary<string, string> words = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_guides_commands_put_an_article_with_a_picture_on_the_paper()
    {
        await using var newsroom = await OpenAsync();
        var commands = Commands().Matches(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "api.md"))).Select(match => match.Value).ToList();
        Assert.Equal(3, commands.Count);

        words["PICTURE"] = (await ShAsync(commands[0])).GetProperty("id").GetString()!;
        var made = await ShAsync(commands[1]);
        (words["ARTICLE"], words["REVISION"]) = (made.GetProperty("id").GetString()!, made.GetProperty("revision").GetRawText());
        Assert.Equal(made.GetRawText(), (await ShAsync(commands[1])).GetRawText());
        var path = (await ShAsync(commands[2])).GetProperty("url").GetString()!;

        Assert.Equal("/city/harbour-wall-falls", path);
        var page = await newsroom.Client.GetStringAsync(path);
        Assert.All(["Harbour wall falls", "The wall at noon.", "(Photo: Mara Lind/AP)", "<strong>at noon</strong>", "The wire"], text => Assert.Contains(text, page));
        Assert.Contains($"href=\"{path}\"", await newsroom.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Each_refusal_is_a_clear_problem_document()
    {
        await using var newsroom = await OpenAsync();
        var made = await PostAsync("articles", """{"headline":"H","section":"city"}""");
        words["ARTICLE"] = made.GetProperty("id").GetString()!;

        var editor = words["TOKEN"];
        words["TOKEN"] = await newsroom.TokenAsync(Role.Reporter);
        Problem(await PostAsync("articles/$ARTICLE/publication", """{"revision":2}"""), 403, "forbidden");
        words["TOKEN"] = editor;
        Problem(await PostAsync("articles/$ARTICLE/publication", """{"revision":1}"""), 409, "stale-revision");
        var unknown = Problem(await PostAsync("articles", """{"headline":"H","body":{"type":"doc","content":[{"type":"hologram"}]}}"""), 422, "unfit");
        Assert.Equal("body.content[0]", unknown.GetProperty("problems")[0].GetProperty("path").GetString());
        await File.WriteAllBytesAsync(Path.Combine(folder, "bomb.png"), TestPicture.PngBomb(50_000, 50_000));
        Problem(await ShAsync("curl -sS -H \"Authorization: Bearer $TOKEN\" \"$PAPER/api/v1/pictures\" -F file=@bomb.png"), 422, "picture-refused");
    }

    private async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await File.WriteAllBytesAsync(Path.Combine(folder, "picture.jpg"), TestPicture.Jpeg(1200, 800));
        words["PAPER"] = newsroom.Client.BaseAddress!.ToString().TrimEnd('/');
        words["TOKEN"] = await RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "broadsheet.dll"), "token", "create", "--role", "editor", "--name", "wire", "--data", newsroom.Machine.Data);
        return newsroom;
    }

    private Task<JsonElement> PostAsync(string path, string json) =>
        ShAsync($"curl -sS -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \"$PAPER/api/v1/{path}\" -d '{json}'");

    private async Task<JsonElement> ShAsync(string command)
    {
        var answer = await RunAsync("sh", "-c", command);
        return JsonDocument.Parse(answer.Length > 0 ? answer : "null").RootElement;
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var (name, value) in words) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Trim();
    }

    private static JsonElement Problem(JsonElement answer, int status, string kind)
    {
        Assert.Equal((status, $"/api#{kind}"), (answer.GetProperty("status").GetInt32(), answer.GetProperty("type").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(answer.GetProperty("title").GetString()));
        return answer;
    }

    [GeneratedRegex(@"^curl (?:.*\\\n)*.*(?:\n {2,}.*)*$", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
