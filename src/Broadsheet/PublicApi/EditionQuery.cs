using System.ComponentModel;

namespace Broadsheet.PublicApi;

/// <summary>What is asked of a thing of one edition.</summary>
public sealed record EditionQuery
{
    [Description("An edition’s id or its code, such as he; the first edition unless given.")]
    public string? Edition { get; init; }
}

/// <summary>What is asked of a long list of one edition.</summary>
public sealed record PartQuery
{
    [Description("An edition’s id or its code, such as he; the first edition unless given.")]
    public string? Edition { get; init; }

    [Description("Which members of each are wanted, with commas between; all unless given. The id is always there.")]
    public string? Fields { get; init; }

    [Description("How many at most, from 1 to 100; 20 unless given.")]
    public string? Limit { get; init; }

    [Description("Where the last part ended. Follow “next” of the answer rather than making one.")]
    public string? After { get; init; }
}

/// <summary>What is asked where there is nothing to choose.</summary>
public sealed record NoQuery;
