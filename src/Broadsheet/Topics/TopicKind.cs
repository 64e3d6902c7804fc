namespace Broadsheet.Topics;

/// <summary>What a topic names. A person's page is made by an editor who answers for it, never by a name typed under a story.</summary>
public enum TopicKind { Subject, Person, Place, Organisation }
