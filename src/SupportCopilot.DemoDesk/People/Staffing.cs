namespace SupportCopilot.DemoDesk.People;

/// <summary>Who takes a ticket: of the right group and language, soon at work, and fond of the product.</summary>
internal sealed class Staffing(IReadOnlyList<Agent> agents)
{
    public Agent For(string group, string language, string product, DateTime moment, Dice dice)
    {
        var able = agents.Where(agent => agent.Groups.Contains(group) && agent.Languages.Contains(language)).ToList();
        if (able.Count == 0) able = [.. agents.Where(agent => agent.Languages.Contains(language))];
        // Those with more languages are spared for them.
        double Fondness(Agent agent) => (agent.Favourites.Contains(product) ? 2.5 : 1) * (language == "en" && agent.Languages.Count > 1 ? 0.4 : 1);
        Agent[] willing = [dice.Pick(able, Fondness), dice.Pick(able, Fondness), dice.Pick(able, Fondness)];
        return willing.MinBy(agent => agent.NextAtWork(moment))!;
    }
}
