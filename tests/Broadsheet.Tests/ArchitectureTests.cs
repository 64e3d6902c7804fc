using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Broadsheet.Tests;

/// <summary>Arrows between folders point one way: what lies below knows nothing of what lies above.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(Broadsheet.Program).Assembly).Build();

    private static readonly string[] Features =
        ["Api", "Articles", "Editions", "Sections", "Topics", "Contributors", "Pictures", "Files", "Pages", "Menus", "Messages", "Redirects", "FrontPage", "Popularity", "Accounts", "AuditDesk", "Comments", "Jobs", "Mail", "Notices", "Settings", "Sample", "Commands"];

    [Theory]
    [InlineData("Document", "Storage", "Web", "Paper", "Machine")]
    [InlineData("Machine", "Document", "Storage", "Web", "Paper")]
    [InlineData("Storage", "Document", "Web", "Paper")]
    [InlineData("Print", "Document", "Storage", "Web", "Paper", "Machine", "Words")]
    [InlineData("Web", "Paper")]
    [InlineData("Paper", "Web")]
    public void What_lies_below_knows_nothing_of_what_lies_above(string folder, params string[] others)
    {
        var arrows = Arrows(folder, [.. Features, .. others]);

        Assert.True(arrows.Count == 0, string.Join(Environment.NewLine, arrows));
    }

    [Fact]
    public void An_arrow_that_is_there_is_seen() => Assert.NotEmpty(Arrows("Articles", ["Storage"]));

    private static List<string> Arrows(string from, string[] to)
    {
        IArchRule rule = Types().That().ResideInNamespaceMatching($@"^Broadsheet\.{from}(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^Broadsheet\.({string.Join('|', to)})(\.|$)"));
        return [.. rule.Evaluate(Program).Where(result => !result.Passed).Select(result => result.Description)];
    }
}
