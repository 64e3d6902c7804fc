using System.Text.Json.Serialization;

namespace Broadsheet.CopyDesk;

/// <summary>Something the desk would ask about. It never holds a story by itself.</summary>
/// <param name="Rule">Which rule: a built-in one's name, or "house:" and a row's public id.</param>
/// <param name="Block">The block's id, or the field's name.</param>
/// <param name="Start">In UTF-16 units from the beginning of the block's text.</param>
/// <param name="Words">The words meant; empty where something is missing.</param>
/// <param name="Fix">What to put in their place with one click; null: that is for a person.</param>
public sealed record Finding(
    string Rule, Severity Severity, Harm Harm, string Block, Place Place, int Start, int Length, string Words, string Message, string Advice, string? Fix);

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>The rule is turned off.</summary>
    Off,
    Hint,
    Ask,

    /// <summary>An editor may choose it; no rule ships with it.</summary>
    Stop,
}

/// <summary>What a fault harms, worst first: findings are listed in this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Harm>))]
public enum Harm { Fact, Grammar, Style }
