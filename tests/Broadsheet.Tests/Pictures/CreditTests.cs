using System.Text.Json;
using Broadsheet.Pictures;
using Broadsheet.Pictures.Metadata;
using CsCheck;

namespace Broadsheet.Tests.Pictures;

public class CreditTests
{
    private static readonly string[] Words =
        ["via", "Staff", "Photo:", "Courtesy of", "/", "(", ")", "Handout", "דרך", "via REUTERS", "צילום", "עבר", "Public domain", "Mary Smith"];

    [Theory]
    [InlineData("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)")]
    [InlineData("(Photo: Yonatan Sindel/Flash90)")]
    [InlineData("(Photo: Dana Levi/Staff)")]
    [InlineData("(Photo: Staff)")]
    [InlineData("(Photo: Port Authority/Handout via REUTERS)")]
    [InlineData("(Photo: Courtesy of the Amsalem family)")]
    [InlineData("(Screenshot: Channel 12)")]
    [InlineData("(Photo: NASA/Public domain)")]
    [InlineData("(Graphic: Noa Katz)")]
    [InlineData("(Graphic)")]
    [InlineData("(Photo: Name withheld for safety)")]
    [InlineData("(Photo: via REUTERS)")]
    public void What_newspapers_print_is_read_and_printed_again_letter_for_letter(string printed) =>
        Assert.Equal(printed, Credit.Parse(printed).Print());

    [Fact]
    public void A_chain_is_taken_apart()
    {
        var credit = Credit.Parse("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)");

        Assert.Equal(CreditKind.Photographer, credit.Kind);
        Assert.Equal(["Sputnik", "Aleksey Druzhinin", "Kremlin"], credit.Names);
        Assert.Equal("Aleksey Druzhinin", credit.Creator);
        Assert.Equal(["Sputnik", "Kremlin"], credit.Agencies);
        Assert.Equal("REUTERS", credit.Via);
    }

    [Theory]
    [InlineData("Photo by Mary Smith/AP", "(Photo: Mary Smith/AP)")]
    [InlineData("© Mary Smith / AP ", "(Photo: Mary Smith/AP)")]
    [InlineData("Photo credit: Mary Smith", "(Photo: Mary Smith)")]
    [InlineData("courtesy of The Museum", "(Photo: Courtesy of The Museum)")]
    [InlineData("(צילום: אולג וקנין דרך REUTERS)", "(Photo: אולג וקנין via REUTERS)")]
    public void Other_ways_to_write_it_become_ours(string written, string printed) =>
        Assert.Equal(printed, Credit.Parse(written).Print());

    [Fact]
    public void It_is_printed_in_the_editions_language()
    {
        var credit = Credit.Parse("(Photo: Dana Levi/Staff)");

        Assert.Equal("(צילום: Dana Levi/המערכת)", credit.Print("he-IL"));
        Assert.Equal(credit, Credit.Parse(credit.Print("he")));
        Assert.Equal(credit, Credit.Parse(credit.Print("ar")));
    }

    [Theory]
    [InlineData(CreditKind.Photographer, false)]
    [InlineData(CreditKind.Handout, false)]
    [InlineData(CreditKind.Courtesy, false)]
    [InlineData(CreditKind.Screenshot, false)]
    [InlineData(CreditKind.Staff, true)]
    [InlineData(CreditKind.OwnGraphic, true)]
    [InlineData(CreditKind.PublicDomain, true)]
    [InlineData(CreditKind.WithheldForSafety, true)]
    public void Nobody_named_is_a_credit_only_where_the_kind_says_enough(CreditKind kind, bool isGiven) =>
        Assert.Equal(isGiven, Credit.Of(kind, ["  "]).IsGiven);

    [Fact]
    public void Printing_and_reading_give_the_same_credit_whatever_the_names()
    {
        var word = Gen.OneOf(Gen.OneOf("via", "Staff", "Photo:", "Courtesy of", "/", "(", ")", "Handout", "עמית", "via REUTERS", "צילום", "دער", "Public domain"),
            Gen.String[Gen.Char["abc/():. \u00a0\tÄ"], 0, 6]);
        var name = word.Array[0, 3].Select(words => string.Join(' ', words));

        Gen.Select(Gen.Enum<CreditKind>(), name.Array[0, 4], name).Sample((kind, names, via) =>
        {
            var credit = Credit.Of(kind, names, via: via);
            if (!credit.IsGiven) return;
            Assert.Equal(credit.Print(), Credit.Parse(credit.Print()).Print());
            Assert.Equal(credit, Credit.Parse(credit.Print(), credit.Creator) with { });
        }, iter: 20_000);
    }

    [Fact]
    public void It_survives_being_stored()
    {
        var credit = Credit.Parse("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)");

        Assert.Equal(credit, JsonSerializer.Deserialize<Credit>(JsonSerializer.Serialize(credit)));
    }

    [Theory]
    [InlineData("Mary Smith", "AP", null, "(Photo: Mary Smith/AP)")]
    [InlineData("Mary Smith", "AP", "AP", "(Photo: Mary Smith/AP)")]
    [InlineData("Aleksey Druzhinin", "via REUTERS", "SPUTNIK", "(Photo: Aleksey Druzhinin/SPUTNIK via REUTERS)")]
    [InlineData("Aleksey Druzhinin", "Sputnik/Aleksey Druzhinin/Kremlin via REUTERS", "Sputnik", "(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)")]
    [InlineData("Mary Smith", null, "Getty Images", "(Photo: Mary Smith/Getty Images)")]
    [InlineData(null, "Reuters", "Reuters", "(Photo: Reuters)")]
    [InlineData(null, null, null, "")]
    public void Metadata_makes_the_chain(string? creator, string? line, string? source, string printed)
    {
        var credit = Credit.From(new PictureMetadata { Creators = creator is null ? [] : [creator], CreditLine = line, Source = source });

        Assert.Equal(printed, credit.Print());
        Assert.Equal(creator, credit.Creator);
    }
}
