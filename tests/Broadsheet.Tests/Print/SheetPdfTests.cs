using System.Text;
using Broadsheet.Print;
using Broadsheet.Print.Pdf;

namespace Broadsheet.Tests.Print;

/// <summary>What other programs find in our PDF files: valid, the words in their order, language, meaning, embedded fonts.</summary>
public sealed class SheetPdfTests
{
    public static TheoryData<string> Languages => ["en", "he", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_receipt_is_a_valid_file_and_the_same_bytes_every_time(string language)
    {
        var pdf = SheetPdf.Draw(SheetIn(language));

        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf));
        Assert.Equal(pdf, SheetPdf.Draw(SheetIn(language)));
    }

    [Theory]
    [InlineData("en", "The Harbour Courier", "a 501(c)(3) non-profit", "Dear Zoë O’Hara-Šafářová, thank you", "Lange Straße 5 (rear), 20095 Hamburg", "+49 (40) 555-0199", "2026-000481", "$50.00", "$1,300.00")]
    [InlineData("he", "קול הנמל", "רחוב הרצל", "קבלה על תרומה מס׳ 2026-000481", "שלום דנה לוי", "בנובמבר", "6688312", "PayPal", "$50.00", "+1 (603) 555-0147", "תרומה חד־פעמית", "1,250.00", "₪")]
    [InlineData("ar", "صوت الميناء", "مؤسسة صوت الميناء", "إيصال تبرع رقم 2026-000481", "السيدة ليلى الأحمد المحترمة", "نوفمبر", "٢٨", "٢٠٢٦", "دولارًا", "لا إله إلا الله", "$50.00", "می‌روند", "۱۲۳٬۴۵۶", "١٬٢٥٠٫٠٠", "US$", "تُقدَّم")]
    public void Names_numbers_and_amounts_can_be_searched_and_copied(string language, params string[] words)
    {
        var text = PdfTools.TextOf(SheetPdf.Draw(SheetIn(language)));

        foreach (var word in words) Assert.Contains(word, text);
    }

    [Theory]
    [InlineData("en", "Receipt for your gift", "The Harbour Courier", "612 x 792")]
    [InlineData("he", "קבלה על תרומה", "קול הנמל", "A4")]
    [InlineData("ar", "إيصال تبرع", "صوت الميناء", "A4")]
    public void The_file_says_what_it_is_and_when_it_was_made(string language, string title, string author, string paper)
    {
        var pdf = SheetPdf.Draw(SheetIn(language));
        var information = PdfTools.InformationOf(pdf);

        Assert.Contains(title, information);
        Assert.Contains(author, information);
        Assert.Contains("2026-11-28T09:30:00Z", information);
        Assert.Matches("Tagged: +yes", information);
        Assert.Contains(paper, information);
    }

    [Fact]
    public void Headings_tables_and_their_cells_are_told_to_who_listens_in_spoken_order()
    {
        var pdf = SheetPdf.Draw(SampleSheets.Hebrew);
        var structure = PdfTools.StructureOf(pdf);

        Assert.Contains("H1", structure);
        Assert.Equal(2, structure.Split("Table").Length - 1);
        Assert.Contains("TH", structure);
        Assert.Contains(PdfFile.Text("שלום דנה לוי, תודה על תרומה של $50.00 (חמישים דולר) שהתקבלה ב־28 בנובמבר 2026 דרך PayPal. לבירורים: +1 (603) 555-0147 [ראו סעיף 46(א)]."), Encoding.Latin1.GetString(pdf));
    }

    [Fact]
    public void Fonts_are_embedded_and_cut_to_what_is_shown()
    {
        var pdf = SheetPdf.Draw(SampleSheets.Hebrew);
        var fonts = PdfTools.FontsOf(pdf).Split('\n').Where(line => line.Contains('+')).ToArray();

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches("yes +yes +yes", font));
        Assert.True(pdf.Length < 60_000, $"{pdf.Length} bytes");
    }

    [Fact]
    public void A_long_statement_has_numbered_pages_and_its_head_on_each()
    {
        var pdf = SheetPdf.Draw(SampleSheets.Statement(80));
        var pages = PdfTools.TextOf(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"Page {i + 1} of 3", pages[i]);
            Assert.Contains("Amount", pages[i]);
        }

        for (var gift = 1; gift <= 80; gift++) Assert.Single(pages, page => page.Split('\n').Contains($"Gift number {gift}"));
        Assert.Contains("€1,000.00", pages[^1]);
    }

    [Fact]
    public void A_name_that_our_fonts_lack_is_a_box_that_is_copied_as_the_name()
    {
        var sheet = SampleSheets.English with { Blocks = [new Facts([new("Name", "王小明")])] };

        Assert.False(SheetPdf.CanShow("王小明"));
        Assert.True(SheetPdf.CanShow("Zoë Šafářová, Елена Ёлкина, Ελένη, دنا، דָּנָה ₪ € ﷼\u200F"));
        Assert.Contains("王小明", PdfTools.TextOf(SheetPdf.Draw(sheet)));
    }

    [Fact]
    public void Many_receipts_are_drawn_at_the_same_time()
    {
        var expected = SheetPdf.Draw(SampleSheets.Arabic);

        Parallel.For(0, 60, i => Assert.Equal(expected, SheetPdf.Draw(SampleSheets.Arabic)));
    }

    private static Sheet SheetIn(string language) => language switch { "he" => SampleSheets.Hebrew, "ar" => SampleSheets.Arabic, _ => SampleSheets.English };
}
