namespace Broadsheet.Pictures;

/// <summary>What kind of statement a credit makes. Every kind counts as a credit.</summary>
public enum CreditKind
{
    /// <summary>A photographer, agencies, or both: "Sputnik/Aleksey Druzhinin/Kremlin via REUTERS".</summary>
    Photographer,
    Staff,
    Handout,
    Courtesy,
    Screenshot,
    PublicDomain,
    OwnGraphic,
    /// <summary>The photographer is known to the newsroom and named nowhere, since the name could cost a life.</summary>
    WithheldForSafety,
}
