using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Requests.Sentences;

namespace SupportCopilot.Questions.Requests;

/// <summary>Finds the one report or alert that words point to: what is meant is never guessed between two.</summary>
internal sealed class PointTo(Referent what, IReadOnlyList<SavedThing> mine, IReadOnlyList<AskedQuestion> said)
{
    /// <summary>The only one that it can be; null where there is none, or more than one.</summary>
    public SavedThing? One()
    {
        if (what.Things is [var named]) return named;
        if (what.Things.Count > 1 || !what.IsIt) return null;
        return Spoken() is { } spoken && Fits(spoken) ? spoken : what.Kind == "alert" && LastCrossed() is { } crossed ? crossed : Spoken() is null && what.Kind is null && LastCrossed() is { } later && later.CrossedAt > SpokenAt ? later : null;
    }

    /// <summary>An alert above all: «snooze that» may follow the alert itself, which is nobody's words.</summary>
    public SavedThing? Alert() => what.Things.Count > 0
        ? what.Things is [{ Kind: "alert" } named] ? named : null
        : !what.IsIt ? null : Spoken() is { Kind: "alert" } spoken && (LastCrossed() is not { } later || later.CrossedAt <= SpokenAt) ? spoken : LastCrossed();

    /// <summary>Why there is none.</summary>
    public string Problem
    {
        get
        {
            if (what.Things.Count > 1 && what.Things.Select(thing => thing.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1) return $"Which of them? {string.Join(", ", what.Things.Select(thing => $"«{thing.Name}»").Take(5))}.";
            if (what.Things.Count > 1) return $"There are {what.Things.Count} called «{what.Things[0].Name}». Give the number of the one: {string.Join(", ", what.Things.Select(thing => thing.Id))}.";
            var names = mine.Where(thing => what.Kind is null || thing.Kind == what.Kind).Where(thing => thing.Kind != "digest").Select(thing => $"«{thing.Name}»").Take(5).ToList();
            var there = names.Count == 0 ? "You have saved none so far." : $"Yours are {string.Join(", ", names)}.";
            if (!what.IsIt && (what.Words.Length == 0 || what.Words is "all" or "everything" or "all my" or "all the" or "all of my")) return $"One after the other, please: give the name of each. {there}";
            return what.IsIt ? $"I am not sure which one you mean. Give its name. {there}" : $"You have no {what.Kind ?? "report or alert"} called «{what.Words}». {there}";
        }
    }

    // Only what was spoken of last is «it», and only where that was one thing.
    private SavedThing? Spoken() => said.Count > 0 && KeptAnswer.AnswerOf(said[0]).Saved is [var thing] ? mine.FirstOrDefault(known => known.Id == thing.Id) : null;

    private DateTime SpokenAt => said.Count > 0 ? said[0].AskedAt : DateTime.MinValue;

    private SavedThing? LastCrossed() => mine.Where(thing => thing is { Kind: "alert", CrossedAt: not null, Owner: null }).MaxBy(thing => thing.CrossedAt);

    private bool Fits(SavedThing thing) => what.Kind is null || thing.Kind == what.Kind;
}
