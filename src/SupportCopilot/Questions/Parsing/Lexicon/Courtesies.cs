namespace SupportCopilot.Questions.Parsing.Lexicon;

/// <summary>What surrounds a question: courtesies, who wants to know, and what for.</summary>
internal static class Courtesies
{
    /// <summary>
    /// What people say around a question without asking anything by it. Each line is a frame: one word of each pair of braces,
    /// or none where a bar ends it. Nothing here may name a ticket, a person or a time.
    /// </summary>
    private static readonly string[] Said =
    [
        "{i was|i am|i'm|we were|just|} wondering {if|whether} {you|i|we} {could|can|might|may} {please|kindly|} {tell|show|give|help} {me|us}",
        "{would|could|can|will|may} you {please|kindly|possibly|quickly|just|} {tell|show|give|send|get|fetch|find|check|list|provide|share|share with|pull up|look up|figure out|find out|work out|calculate|compute|help} {me|us|for me|}",
        "{would|could|will} you be so kind {as|} to {tell|show|give|send} {me|us}",
        "{would|could} you be {so kind|kind enough} {and|as to|to} {tell|show|give|send} {me|us}",
        "would you mind {telling|showing|giving|sending|checking} {me|us|}",
        "{can|could|would} you {please|kindly|} help {me|us} {to|with|and|} {find|find out|see|understand|know|get|figure out|count|}",
        "{i'd|i would|i will|i'll|we'd|we would} {be|} {really|very|most|so|} {grateful|thankful|glad|happy|appreciate it|appreciate} if you {could|can|would} {please|} {tell|show|give|send|} {me|us|}",
        "{i'd|i would|we'd|we would} be {really|very|most|so|} {grateful|thankful|glad|happy|pleased} {for|to have|to see|to get|to know|to receive|to learn}",
        "{i'd|i would|i|we'd|we would|we} {really|just|} {like|love|want|need|wish|have|want to be able} to {know|see|understand|find out|learn|get|have|have a look at|look at|check|figure out|be told}",
        "{i'd|i would|i'm|i am|we are|we're} {be|} {also|} {interested|curious} {in|about|to know|to see|to learn|}",
        "{i'm|i am|we are|we're} {looking for|trying to find out|trying to find|trying to understand|trying to see|after}",
        "{is it|would it be} possible to {know|see|get|have|tell me|show me|find out}",
        "{do you know|do you happen to know|any idea|any chance you know|let's see|let's find out|let's look at|tell us|show us|give us|remind me|remind us|help me|help us|explain to me|walk me through|run me through|give me an idea of}",
        "if {it's|it is|that's|that is|this is} {not|no} {too much|a|} {trouble|bother|problem|issue|hassle} {to you|for you|}",
        "if {it's|it is|that's|that is|this is|it would be|that would be} {ok|okay|alright|all right|fine|possible|convenient} {with|for|by|to} you",
        "if you {don't|do not} mind",
        "{when|if|whenever|once} you {have|get|find|'ve got|have got} {a|one|some|the} {minute|second|moment|sec|time|chance|free minute}",
        "{sorry|apologies|excuse me|pardon|pardon me} {to|for} {bother|bothering|disturb|disturbing|interrupt|interrupting|trouble|troubling|ask|asking} {you|} {again|so late|} {but|}",
        "{sorry|apologies|excuse me|pardon me|pardon} {but|}",
        "{no|there is no|there's no} {rush|hurry|stress|pressure} {at all|} {but|and|}",
        "{never mind|nevermind|forget it|forget that|forget about it|scratch that|ok|okay|alright|new question|new topic|start over|start again|start fresh|starting over|different question|next question|moving on} {then|now|} {.|:|,|;|-|}",
        "{just|only|} {a|one|another|} {quick|small|short|simple|little|silly|stupid|brief} {thing|favour|favor}",
        "{just|only|} {a|one|another|here's a|i have a|i've got a|} {quick|small|short|simple|little|silly|stupid|brief|another|different} question",
        "{i|we|} hope {you are|you're|you|all is|all's|everything is|this finds you|this message finds you} {well|doing well|fine|good|doing fine|ok|okay|doing good}",
        "{hi|hello|hey|dear|good morning|good afternoon|good evening|good day|greetings|hiya|hallo} {there|all|everyone|everybody|team|copilot|bot|assistant|friend|buddy|mate|}",
        "{many thanks|thanks|thank you|thx|ty|cheers|much appreciated|much obliged|thanks a lot|thanks so much|thanks very much|thank you so much|thank you very much|thanks a bunch|regards|best regards|kind regards} {in advance|for your help|for the help|for your support|for helping|}",
        "{for my|for our|just for my|as} {own|} {information|understanding|records|reference|curiosity}",
        "{fyi|asap|as soon as possible|as soon as you can|by any chance|to be honest|to be exact|to be precise|in short|in brief|briefly|basically|honestly|frankly|obviously|of course|if i may|if i may ask|may i ask|can i ask|could i ask|let me ask|let me know|please advise|by the way|btw|so|well then|alright|all right|now then|right then|you know|i mean|i guess|i think|i believe|i suppose|maybe|perhaps|at all|overall picture of}",
        "{can|could|may|might} {i|we} {please|kindly|} {get|have|see|know|ask for|ask|request|receive|look at|find out}",
    ];

    /// <summary>Whom a question is passed on from, and what its answer is for. What follows must not be a time, which would be one of the question's otherwise.</summary>
    private static readonly string[] SaidOfPurposes =
    [
        $"{{for|in|to prepare|to prepare for|ahead of|in preparation of|in preparation for|as input for|as input to}} {{the|our|my|a|an|their|his|her|this|today's|tomorrow's|monday's|tuesday's|wednesday's|thursday's|friday's|next week's|this week's|the next|our next|my next|the upcoming|our upcoming}} {Kinds} {Occasions}",
        $"{{my|our|the}} {Senders} {{want|wants|need|needs|asked|asks|ask|would like|is asking|was asking|has asked|keeps asking}} {{me|us|}} {{to know|to see|to have|for|about|to find out|to understand|}}",
        $"{{i|we|i've|we've}} {{have|got|am having|are having|}} {{a|an|the|my|our}} {Kinds} {Occasions} {{with|}} {{the board|my boss|our boss|the management|management|the team|my team|our team|the ceo|leadership|}} {{and|so|}} {{i|we|}} {{need|want|would like|}} {{to know|to see|to show|}}",
        $"{{i'm|i am|we're|we are|am}} {{preparing|writing|building|making|putting together|working on|compiling|doing}} {{a|an|the|my|our}} {Kinds} {Occasions} {{and|so|}} {{i|we|}} {{need|want|would like|}} {{to know|to see|to show|}}",
    ];

    private const string Kinds = "{weekly|monthly|quarterly|annual|yearly|daily|team|board|management|staff|leadership|budget|planning|business|executive|internal|project|performance|status|support|service|ops|operations|department|company|steering|strategy|sales|product|customer|client|quarterly business|all hands|one to one|}";
    private const string Occasions = "{meeting|presentation|report|reporting|review|board|deck|slide|newsletter|dashboard|standup|stand up|stand-up|boss|manager|ceo|cfo|coo|cto|director|management|leadership|stakeholder|committee|workshop|retrospective|retro|summary|update|briefing|brief|kpi|analysis|audit|planning|conference|town hall|offsite|sync|catch up|statistic|memo|investor|head|auditor}";
    private const string Senders = "{boss|manager|director|ceo|cfo|coo|cto|head|team lead|team leader|supervisor|management|leadership|board|stakeholder|vp|president|chief|lead|head of support|head of service}";

    /// <summary>The courtesies.</summary>
    public static Frames All { get; } = new(Said);

    /// <summary>Who wants to know, and what for.</summary>
    public static Frames Purposes { get; } = new(SaidOfPurposes);
}
