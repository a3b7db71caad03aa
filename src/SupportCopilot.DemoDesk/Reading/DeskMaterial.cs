using SupportCopilot.DemoDesk.People;
using SupportCopilot.DemoDesk.Timing;

namespace SupportCopilot.DemoDesk.Reading;

/// <summary>Everything the desk is made of, read from the embedded files and checked as a whole.</summary>
internal sealed class DeskMaterial
{
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];
    private static readonly string[] Moods = ["angry", "frustrated", "confused", "neutral", "happy", "grateful"];

    private DeskMaterial()
    {
        var company = MaterialFile.Open("company.txt");
        Products = CompanyReader.Products(company);
        Groups = CompanyReader.Groups(company);
        Agents = CompanyReader.Agents(company);
        Problems = ProblemReader.ReadAll();
        Phrases = Reading.Phrases.ReadAll();
        Names = new NamesReader(MaterialFile.Open("names.txt"));
        Calendar = new BusyDays(MaterialFile.Open("calendar.txt"));
        Articles = HelpCenterReader.ReadAll();
    }

    public IReadOnlyDictionary<string, Product> Products { get; }

    public IReadOnlyDictionary<string, string> Groups { get; }

    public IReadOnlyList<Agent> Agents { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IReadOnlyDictionary<string, Phrases> Phrases { get; }

    public NamesReader Names { get; }

    public BusyDays Calendar { get; }

    public IReadOnlyList<HelpPage> Articles { get; }

    /// <exception cref="InvalidDataException">A file contradicts itself or another.</exception>
    public static DeskMaterial Load()
    {
        var desk = new DeskMaterial();
        foreach (var problem in desk.Problems) desk.Check(problem);
        foreach (var happening in desk.Calendar.Problems.Where(key => desk.Problems.All(p => p.Key != key)))
            throw new InvalidDataException($"calendar.txt names the problem {happening}, which there is not.");
        if (desk.Problems.GroupBy(p => p.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"The problem {twice.Key} is there twice.");
        return desk;
    }

    private void Check(Problem problem)
    {
        if (problem.Products.FirstOrDefault(key => !Products.ContainsKey(key)) is { } product) throw Unknown(problem, "product", product);
        if (!Groups.ContainsKey(problem.Group)) throw Unknown(problem, "group", problem.Group);
        if (!Priorities.Contains(problem.Priority)) throw Unknown(problem, "priority", problem.Priority);
        if (!Moods.Contains(problem.Mood)) throw Unknown(problem, "mood", problem.Mood);
        if (problem.Words.Keys.FirstOrDefault(language => !Phrases.ContainsKey(language)) is { } code) throw Unknown(problem, "language", code);
        if (!Agents.Any(agent => agent.Groups.Contains(problem.Group))) throw Unknown(problem, "agent for the group", problem.Group);
    }

    private static InvalidDataException Unknown(Problem problem, string kind, string value) => new($"The problem {problem.Key} names the {kind} {value}, which there is not.");
}
