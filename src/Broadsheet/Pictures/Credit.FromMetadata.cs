using Broadsheet.Pictures.Metadata;

namespace Broadsheet.Pictures;

public sealed partial record Credit
{
    /// <summary>
    /// The credit as a file's metadata gives it. A credit line that is itself a chain is taken as printed;
    /// otherwise creator, source and credit make the chain, as "Mary Smith/AP" is made of By-line and Credit.
    /// </summary>
    public static Credit From(PictureMetadata metadata)
    {
        var creator = metadata.Creators.Count > 0 ? metadata.Creators[0] : null;
        var line = Parse(metadata.CreditLine, creator);
        if (line.Kind is not CreditKind.Photographer || line.Names.Count > 1) return line;

        var names = metadata.Creators.Concat(line.Names);
        // A source that passed the picture on is named already: "Kremlin via REUTERS".
        if (line.Via is not null || line.Names.Count == 0) names = names.Append(metadata.Source ?? "");
        var chain = names.Where(name => !Same(name, line.Via ?? "")).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        return Of(CreditKind.Photographer, chain, creator, line.Via);
    }
}
