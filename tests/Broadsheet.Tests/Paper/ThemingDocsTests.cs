using Broadsheet.Paper.Views;

namespace Broadsheet.Tests.Paper;

/// <summary>docs/theming.md names every template, string file, part and member there is, and none that is not.</summary>
public sealed class ThemingDocsTests
{
    private static readonly string Docs = File.ReadAllText(Path.Combine(Root(), "docs", "theming.md"));

    [Fact]
    public void Every_view_is_listed_with_all_its_members()
    {
        var views = typeof(View).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(View)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal);
        var lines = views.Select(view => $"- **{view.Name}**: {string.Join(", ", View.MembersOf(view).Keys.Order(StringComparer.Ordinal).Select(member => $"`{member}`"))}").ToList();

        var told = Docs.Split('\n').Where(line => line.StartsWith("- **", StringComparison.Ordinal) && line.Contains("View**") || line.StartsWith("- **PageHead**", StringComparison.Ordinal)).ToList();

        Assert.True(lines.SequenceEqual(told), $"docs/theming.md should list:\n{string.Join('\n', lines)}");
    }

    [Fact]
    public void Every_template_and_stylesheet_is_named()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root(), "themes", "broadsheet"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root(), "themes", "broadsheet"), file).Replace('\\', '/'));

        Assert.All(files, file => Assert.Contains($"`{file}`", Docs));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Broadsheet.slnx")) && folder.Parent is { } parent) folder = parent;
        return folder.FullName;
    }
}
