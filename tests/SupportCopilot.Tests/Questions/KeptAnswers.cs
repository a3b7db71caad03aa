using Microsoft.Extensions.Options;
using SupportCopilot.Questions.Caching;

namespace SupportCopilot.Tests.Questions;

/// <summary>Caches for tests that run one plan in several ways.</summary>
internal static class KeptAnswers
{
    /// <summary>One that keeps nothing.</summary>
    public static AnswerCache None => new(Options.Create(new CachingOptions { Answers = 0 }));
}
