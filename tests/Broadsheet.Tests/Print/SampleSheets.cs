using Broadsheet.Print;

namespace Broadsheet.Tests.Print;

/// <summary>A receipt in English, Hebrew and Arabic with what makes each of them hard: both directions in a line, brackets, amounts, points.</summary>
internal static class SampleSheets
{
    public static readonly DateTimeOffset MadeAt = new(2026, 11, 28, 9, 30, 0, TimeSpan.Zero);

    public static Sheet English => new("Receipt for your gift", "en", false, MadeAt,
    [
        new Letterhead("The Harbour Courier", ["Harbour Courier Foundation, a 501(c)(3) non-profit", "EIN 12-3456789 · (603) 555-0147 · office@example.org"]),
        new SheetTitle("Receipt for your gift"),
        new SheetParagraph(((SheetText)"Dear ").Bold("Zoë O’Hara-Šafářová").Then(", thank you for supporting reporting that no advertiser pays for.")),
        new Facts([new("Receipt", "2026-000481"), new("Given by", "Zoë O’Hara-Šafářová\nLange Straße 5 (rear), 20095 Hamburg"), new("Telephone", "+49 (40) 555-0199")]),
        new AmountTable(["Date", "What", "Amount"], [["Nov 1, 2026", "Monthly gift", "$50.00"], ["Nov 28, 2026", "Single gift", "$1,250.00"]]) { Total = ("Total", "$1,300.00") },
        new SmallPrint("No goods or services were provided in exchange for this contribution."),
    ])
    { Author = "The Harbour Courier", Paper = PaperSize.Letter };

    public static Sheet Hebrew => new("קבלה על תרומה", "he", true, MadeAt,
    [
        new Letterhead("קול הנמל", ["עמותת קול הנמל (ע״ר 580123456)", "רחוב הרצל 12, תל אביב–יפו 6688312", "03-555-0147 · office@example.org"]),
        new SheetTitle("קבלה על תרומה מס׳ 2026-000481"),
        new SheetParagraph(((SheetText)"שלום ").Bold("דנה לוי").Then(", תודה על תרומה של $50.00 (חמישים דולר) שהתקבלה ב־28 בנובמבר 2026 דרך PayPal. לבירורים: "
            + SheetText.Isolate("+1 (603) 555-0147") + " [ראו סעיף 46(א)].")),
        new Facts([new("מספר קבלה", "2026-000481"), new("שם התורמת", "דנה לוי (Dana Levi)"), new("טלפון", "+1 (603) 555-0147"), new("סכום", "\u200F1,250.00 \u200F₪")]),
        new AmountTable(["תאריך", "פרטים", "סכום"], [["1.11.2026", "תרומה חודשית", "\u200F50.00 \u200F₪"], ["28.11.2026", "תרומה חד־פעמית", "\u200F1,250.00 \u200F₪"]]) { Total = ("סך הכול", "\u200F1,300.00 \u200F₪") },
        new SmallPrint("לעמותה אישור לעניין תרומות לפי סעיף 46 לפקודת מס הכנסה."),
    ])
    { Author = "קול הנמל" };

    public static Sheet Arabic => new("إيصال تبرع", "ar", true, MadeAt,
    [
        new Letterhead("صوت الميناء", ["مؤسسة صوت الميناء (مسجلة برقم 580123456)", "١٢ شارع الميناء، بيروت", "+961 1 555 014 · office@example.org"]),
        new SheetTitle("إيصال تبرع رقم " + SheetText.Isolate("2026-000481")),
        new SheetParagraph(((SheetText)"السيدة ").Bold("ليلى الأحمد").Then(" المحترمة، نشكركِ على تبرعكِ بمبلغ " + SheetText.Isolate("$50.00")
            + " (خمسون دولارًا) الذي وصلنا في ٢٨ نوفمبر ٢٠٢٦ عن طريق PayPal. لا إله إلا الله.")),
        new Facts([new("رقم الإيصال", "2026-000481"), new("اسم المتبرعة", "ليلى الأحمد"), new("الهاتف", "+961 (1) 555-014"), new("بالفارسية", "می‌روند ۱۲۳٬۴۵۶")]),
        new AmountTable(["التاريخ", "البيان", "المبلغ"], [["١‏/١١‏/٢٠٢٦", "تبرع شهري", "٥٠٫٠٠ US$"], ["٢٨‏/١١‏/٢٠٢٦", "تبرع لمرة واحدة", "١٬٢٥٠٫٠٠ US$"]]) { Total = ("المجموع", "١٬٣٠٠٫٠٠ US$") },
        new SmallPrint("لم تُقدَّم أي سلع أو خدمات مقابل هذا التبرع."),
    ])
    { Author = "صوت الميناء" };

    public static Sheet Statement(int gifts) => new("Yearly statement 2026", "en", false, MadeAt,
    [
        new SheetTitle("Yearly statement 2026"),
        new AmountTable(["Date", "What", "Amount"], [.. Enumerable.Range(1, gifts).Select(IReadOnlyList<string> (i) => ["2026-11-01", $"Gift number {i}", $"€{i}.00"])]) { Total = ("Total", "€1,000.00") },
    ])
    { PageOf = (page, pages) => $"Page {page} of {pages}" };
}
