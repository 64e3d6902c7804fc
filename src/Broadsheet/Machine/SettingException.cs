namespace Broadsheet.Machine;

/// <summary>A setting of the machine cannot be worked with. Its message is for the operator and is printed without a trace.</summary>
public sealed class SettingException(string message) : Exception(message);
