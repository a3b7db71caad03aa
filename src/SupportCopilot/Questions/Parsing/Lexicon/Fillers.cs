namespace SupportCopilot.Questions.Parsing.Lexicon;

internal static partial class Phrases
{
    private const double Nothing = 0.1;

    /// <summary>Words without content. A word that could change what is counted must never stand here.</summary>
    private static void AddFillers(Dictionary<string, List<Entry>> all)
    {
        Add(all, "the|a|an|do|does|did|we|us|our|do i|can i|i need|i would like to know|id like to know|you|your|please|pls|plz|kindly|kindly share|kindly share the|please share|please share the|can you share|could you share|can you share the|could you share the|revert with|please revert with|i was wondering whether|i was wondering if|i wonder|i'm wondering|wondering|whether|curious|i am curious|if it 's not too much trouble|if it 's possible|if possible|if you can|if you could|when you get a chance|when you have a moment|for me|actually|repartition|repartition of|bifurcation|bifurcation of|break up of|breakup of|show|show me|tell|tell me|give|give me|let|display|find|see|can|could|would|will|like|want|need|know|there|here|that|it|its|just|exactly|let me|i want|what|all|any|both|their|i'd|i'll|i'm|we've|we're|we'd|they've|there's|us with|get|got|gotten|getting|have|has|had|having|with|which|who|whose|where|out|me know|hi|hello|hey|thank|thanks|thank you|kindly|so far|ever|then|also|too|look|look at|looking|i would like|id like|'d like|'d|'s|'ll|'re|'ve|chart|graph|plot|table|list|breakdown|breakdown of|break down|split of|the split of|spread of|profile of|picture of|rundown of|summary of|summarise|summarize|report|report on|pull|pull up|list out|provide|share with me|overview|overview of|distribution|distribution of|statistic|stat|data|metric|figure|calculate|compute|s|ok|okay|well|our desk|on our desk|desk|help desk|helpdesk|in our desk|support desk|happened|happen|come|came|in the system|on record|were there|are there|was there|is there|still|already|yet|actually|really|roughly|approximately|about how|either|how're|how'd|usually|typically|side by side|next to each other|used|from customers|from our customers|from the customers|what're|who're|heatmap|heat map|heatmap of|heat map of|pivot|pivot of|pivot table|pivot table of|crosstab|crosstab of|cross tab|cross tab of|matrix of|as a chart|as a graph|as a table|in a chart|in a graph|in a table|ask|asked|me the|if|should|only|doing on|doing with|doing in term of|doing for|doing|performing on|performing|able to|manage to|managed to|manages to|was able to|were able to|been able to|having been|give to me|give to u|as number|as a number", new FillerPart(FillerKind.Plain), Nothing);
        Add(all, "is|are|was|were|be|been|being|am|isn|equal|equal to", new FillerPart(FillerKind.Is), Nothing);
        Add(all, "and|plus|as well as|along with|together with|while", new FillerPart(FillerKind.And), 0.3);
        Add(all, "of|in|on|at|for|during|over|within|to|into|from|as a|as an|as the|as part of|throughout|among|amongst|across|through|under", new FillerPart(FillerKind.Preposition), 0.2);
        Add(all, "between", new FillerPart(FillerKind.Between), 0.2);
        Add(all, "now|right now|currently|at the moment|at present|presently|as of now|at this moment|at this point|these day|current|as we speak|today still|at the minute|as it stand|as of today|as on today|as at today|as of date|as on date|as at date|as of the moment|as on now|till now|until now", new FillerPart(FillerKind.Now), 0.2);
        Add(all, "how many|number|no of|nos of|total number of|total count of|number of|count|count of|amount|amount of|quantity|what number of|how much|the number of|how busy", new FillerPart(FillerKind.HowMany), 0.15);
        Add(all, "how many of|out of", new FillerPart(FillerKind.Among), 0.15);
        Add(all, "take|takes|took|taking|taken|need|needed|spend|spent|wait|waited|waiting|have to wait|had to wait|lasted|last for|pass|passe|elapse|elapsed|go by|goes by|handling|in minute|in hour|in day", new FillerPart(FillerKind.Take), 0.4);
        Add(all, "or|and or|nor", new OrPart(), 0);
        Add(all, "than", new FillerPart(FillerKind.Than), 3);
    }
}
