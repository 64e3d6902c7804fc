using Broadsheet.Planning;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Tests.Planning;

/// <summary>The paper's own stages, without a database.</summary>
public sealed class StagesTests
{
    [Fact]
    public void A_paper_names_orders_adds_and_takes_away_its_stages()
    {
        var stages = StagesForm.Read(Form(
            order: ["2", "1", "3", "", "5", "6", "7"], keys: ["draft", "review", "ready", "", "scheduled", "published", "withdrawn"],
            names: ["Written", "Pitched", "", "With the lawyer", "Scheduled", "Out", "Withdrawn"]));

        Assert.Equal(["review", "draft", "with-the-lawyer", "scheduled", "published", "withdrawn"], stages.Select(stage => stage.Key));
        Assert.Equal(["Pitched", "Written", "With the lawyer"], new Stages { All = stages }.ByHand.Select(stage => stage.Name));
        Assert.False(StagesForm.Check(stages).Any);
    }

    [Fact]
    public void The_stages_that_follow_publication_stay_and_no_name_stands_twice()
    {
        var problems = StagesForm.Check([new("draft", "Draft"), new("other", "draft"), new(Stage.Scheduled, "Scheduled")]);

        Assert.Equal(3, problems.All.Count);
    }

    private static FormCollection Form(string[] order, string[] keys, string[] names) => new(new Dictionary<string, StringValues>
    {
        ["Order"] = order,
        ["Key"] = keys,
        ["Name"] = names,
        ["Tells"] = names.Select(_ => "Nobody").ToArray(),
    });
}
