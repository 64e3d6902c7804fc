using System.Reflection;
using System.Text.Json;
using Broadsheet.Popularity;

namespace Broadsheet.Tests.Popularity;

public sealed class RobotsTests
{
    private static readonly Robots Robots = new();

    [Fact]
    public void Every_robot_that_the_list_gives_as_an_example_is_known()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("crawler-user-agents.json")!;
        using var list = JsonDocument.Parse(file);
        var examples = list.RootElement.EnumerateArray().SelectMany(robot => robot.GetProperty("instances").EnumerateArray()).Select(one => one.GetString()!).ToList();

        Assert.True(examples.Count > 1_000);
        Assert.All(examples, example => Assert.True(Robots.Include(example), example));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", false)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", false)]
    [InlineData(Readers.Firefox, false)]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", true)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36", true)]
    [InlineData("curl/8.14.1", true)]
    [InlineData("", true)]
    public void People_and_robots_are_told_apart(string userAgent, bool isRobot) => Assert.Equal(isRobot, Robots.Include(userAgent));
}
