using System.Text.Json;
using Broadsheet.Document;
using Broadsheet.Document.Steps;
using CsCheck;

namespace Broadsheet.Tests.Document.Steps;

/// <summary>Steps do on the server what they do in the editor, or positions of all later ones count another text.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task Every_kind_of_step_does_what_the_editors_library_does()
    {
        var documents = new List<DraftDocument>();
        var dice = new PCG(7, 2026);
        while (documents.Count < 150) documents.Add(AnyDocument.Documents.Generate(dice, null, out _));
        var input = $"{{\"seed\":{documents.Count},\"rounds\":25,\"documents\":[{string.Join(',', documents.Select(document => document.ToJson()))}]}}";

        using var made = JsonDocument.Parse(await NodeScript.RunAsync("random-steps.ts", input), new() { MaxDepth = 256 });

        var (taken, refused, kinds) = (0, 0, new HashSet<string>());
        foreach (var document in made.RootElement.EnumerateArray())
        {
            var before = StepNode.Read(document.GetProperty("before"));
            foreach (var tried in document.GetProperty("tried").EnumerateArray())
            {
                var (step, after) = (tried.GetProperty("step"), tried.GetProperty("after"));
                var ours = Apply(before, step);
                if (after.ValueKind == JsonValueKind.Null)
                {
                    refused++;
                    Assert.True(ours is null, $"{step} was taken, which the editor refuses, on {Text(before)}");
                    continue;
                }
                taken++;
                kinds.Add(step.GetProperty("stepType").GetString()!);
                Assert.True(ours is not null, $"{step} was refused, which the editor takes, on {Text(before)}");
                Assert.True(ours.Is(StepNode.Read(after)), $"{step} on {Text(before)} made\n{Text(ours)} instead of\n{after}");
                Assert.Equal(tried.GetProperty("size").GetInt32(), ours.Content.Size);
                if (tried.GetProperty("goesOn").GetBoolean()) before = ours;
            }
        }

        Assert.Equal(8, kinds.Count);
        Assert.True(taken > 1500 && refused > 200, $"{taken} taken, {refused} refused");
    }

    [Fact]
    public void What_differs_is_found_and_makes_the_one_of_the_other() => Gen.Select(AnyDocument.Documents, AnyDocument.Documents, Gen.Int[0, 3]).Sample((one, other, kept) =>
    {
        // Some blocks stay, some go, some come: as when one and the same text is worked on.
        var after = DraftDocument.Of([.. one.Content.Take(kept), .. other.Content, .. one.Content.Skip(kept + 1)]);

        var steps = DocumentSteps.Between(one, after);

        Assert.Equal(after, steps is null ? one : DocumentSteps.Apply(one, JsonDocument.Parse(steps, new() { MaxDepth = 256 }).RootElement).Document);
    });

    [Fact]
    public void A_change_in_one_paragraph_touches_nothing_else()
    {
        var before = DraftDocument.Of(new Paragraph("a", [new TextRun("The wall fell at noon.")]), new Paragraph("b", [new TextRun("Nobody was hurt.")]));
        var after = DraftDocument.Of(new Paragraph("a", [new TextRun("The wall fell at noon.")]), new Paragraph("b", [new TextRun("Nobody was badly hurt.")]));

        var step = JsonDocument.Parse(DocumentSteps.Between(before, after)!).RootElement[0];

        Assert.Equal("badly ", step.GetProperty("slice").GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal(step.GetProperty("from").GetInt32(), step.GetProperty("to").GetInt32());
    }

    [Fact]
    public void A_step_that_makes_no_document_is_refused_with_a_reason_and_one_without_ids_is_corrected()
    {
        var before = DraftDocument.OfText("The wall fell at noon.");

        var refused = Assert.Throws<DocumentException>(() => DocumentSteps.Apply(before, Steps("""[{"stepType":"replace","from":0,"to":24}]""")));
        Assert.Contains("does not fit", refused.Message);
        var made = DocumentSteps.Apply(before, Steps("""[{"stepType":"replace","from":24,"to":24,"slice":{"content":[{"type":"paragraph","content":[{"type":"text","text":"More."}]}]}}]"""));

        Assert.Equal(2, made.Document.Content.Count);
        var corrected = JsonDocument.Parse(made.Corrections!).RootElement[0];
        Assert.Equal(("attr", 24, made.Document.Content[1].Id), (corrected.GetProperty("stepType").GetString(), corrected.GetProperty("pos").GetInt32(), corrected.GetProperty("value").GetString()));
    }

    private static JsonElement Steps(string json) => JsonDocument.Parse(json).RootElement;

    private static StepNode? Apply(StepNode before, JsonElement step)
    {
        try
        {
            return Step.Read(step).ApplyTo(before);
        }
        catch (StepException)
        {
            return null;
        }
    }

    private static string Text(StepNode node) => DocumentSteps.Json(node.Write);
}
