namespace Broadsheet.Document.Folding;

/// <summary>Letters that Unicode holds apart and readers do not.</summary>
internal static class LetterForms
{
    /// <summary>What is written for the letter; null: itself.</summary>
    internal static string? Of(int code) => code switch
    {
        // Hebrew finals
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        'װ' => "וו",
        'ױ' => "וי",
        'ײ' => "יי",
        // Arabic and Persian: alefs, yehs, kafs, teh marbuta and its kin
        'ٱ' or 'ٲ' or 'ٳ' => "ا",
        'ى' or 'ی' or 'ې' or 'ۍ' or 'ێ' or 'ے' or 'ۓ' => "ي",
        'ک' or 'ڪ' => "ك",
        'ة' or 'ۃ' or 'ە' or 'ہ' or 'ھ' or 'ۀ' or 'ۂ' => "ه",
        // Latin letters that no accent can be taken from
        'ß' or 'ẞ' => "ss",
        'ſ' => "s",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        // Greek
        'ς' => "σ",
        _ => null,
    };
}
