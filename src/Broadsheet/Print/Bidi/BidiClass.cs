namespace Broadsheet.Print.Bidi;

/// <summary>The bidirectional classes of UAX #9, table 4, under Unicode's own short names.</summary>
internal enum BidiClass : byte
{
    L, R, AL, EN, ES, ET, AN, CS, NSM, BN, B, S, WS, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI,
}
