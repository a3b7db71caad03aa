namespace SupportCopilot.Learning.Classification;

/// <summary>A value that a ticket was given beside its words, such as <c>category</c>: <c>billing</c>.</summary>
/// <param name="Field">What it is a value of; names are compared as they are.</param>
/// <param name="Value">The value; case and spaces around it make no difference.</param>
public readonly record struct GivenValue(string Field, string Value);
