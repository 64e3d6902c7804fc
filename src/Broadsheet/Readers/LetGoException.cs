namespace Broadsheet.Readers;

/// <summary>Somebody outside who must be told first that a reader leaves does not answer. She is asked to try again, and nothing is removed.</summary>
public sealed class LetGoException(Exception why) : Exception("Whoever must let her go first does not answer.", why);
