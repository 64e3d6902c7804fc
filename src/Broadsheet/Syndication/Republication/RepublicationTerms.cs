using System.Text.Json.Serialization;

namespace Broadsheet.Syndication.Republication;

public enum RepublicationLicence { None, By, BySa, ByNd, ByNc, ByNcSa, ByNcNd, Own }

/// <summary>Whether others may print an edition's stories, and on what conditions.</summary>
public sealed record RepublicationTerms
{
    /// <summary>None: nobody may.</summary>
    public RepublicationLicence Licence { get; init; }

    /// <summary>The name of a licence of the paper's own.</summary>
    public string OwnName { get; init; } = "";

    /// <summary>What others must do, a paragraph a line, in the edition's language. May be empty.</summary>
    public string Conditions { get; init; } = "";

    [JsonIgnore] public bool IsOn => Licence != RepublicationLicence.None;

    /// <summary>As it is printed: "CC BY-ND 4.0".</summary>
    [JsonIgnore] public string Name => Licence == RepublicationLicence.Own ? OwnName : Licence == RepublicationLicence.None ? "" : $"CC {Deed.ToUpperInvariant()} 4.0";

    /// <summary>Where a licence of Creative Commons stands; empty of others.</summary>
    [JsonIgnore] public string Address => Licence is RepublicationLicence.Own or RepublicationLicence.None ? "" : $"https://creativecommons.org/licenses/{Deed}/4.0/";

    private string Deed => Licence switch
    {
        RepublicationLicence.BySa => "by-sa",
        RepublicationLicence.ByNd => "by-nd",
        RepublicationLicence.ByNc => "by-nc",
        RepublicationLicence.ByNcSa => "by-nc-sa",
        RepublicationLicence.ByNcNd => "by-nc-nd",
        _ => "by",
    };
}
