using System.Globalization;
using SupportCopilot.DemoDesk.People;
using SupportCopilot.DemoDesk.Reading;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>The facts of one ticket: the same order, amount and date wherever the thread names them.</summary>
internal sealed class TicketFacts
{
    private static readonly decimal[] DevicePrices = [29, 39, 49, 59, 79, 99, 129, 149, 199, 249, 298, 398];
    private static readonly decimal[] PlanPrices = [9.90m, 19, 24.90m, 29, 39, 49, 59, 79, 99, 129, 190, 228, 290, 348, 490];

    private readonly string[] _values = new string[Enum.GetValues<Slot>().Length];
    private readonly HashSet<Slot> _named = [];
    private readonly string _language;

    public TicketFacts(Dice dice, Requester requester, Product product, bool isPayout, DateTime created, NamesReader names)
    {
        _language = requester.Language;
        Say = slot =>
        {
            _named.Add(slot);
            return _values[(int)slot] ?? "";
        };
        AboutTheCustomer(requester, dice);
        AboutTheMatter(requester, product, isPayout, dice, names);
        AboutTheTime(dice, created);
    }

    /// <summary>Gives a fact's value, and remembers that it was named.</summary>
    public Func<Slot, string> Say { get; }

    /// <summary>Whether the thread has named this fact so far.</summary>
    public bool HasNamed(Slot slot) => _named.Contains(slot);

    public string this[Slot slot]
    {
        get => _values[(int)slot] ?? "";
        set => _values[(int)slot] = value;
    }

    /// <summary>Who speaks now, and when: promised days lie ahead of the speaker, and what the customer did not date is recent.</summary>
    public void SpokenBy(Agent agent, string group, DateTime moment, bool keepsTime, Dice dice)
    {
        this[Slot.Agent] = agent.Name;
        this[Slot.AgentFirst] = agent.First;
        this[Slot.Group] = group;
        this[Slot.Date2] = Tongue.Date(_language, Workday(moment.AddDays(dice.Between(2, 8))));
        if (!keepsTime) this[Slot.Time] = Tongue.Time(moment.AddMinutes(-dice.Between(4, 40)));
    }

    private void AboutTheCustomer(Requester requester, Dice dice)
    {
        this[Slot.Name] = requester.Name;
        this[Slot.First] = requester.First;
        this[Slot.Email] = requester.Email;
        this[Slot.Company] = requester.Company;
        this[Slot.City] = requester.City;
        this[Slot.Domain] = requester.Domain;
        this[Slot.Job] = requester.Job;
        this[Slot.Tel] = requester.Tel;
        this[Slot.Staff] = dice.Pick(requester.Colleagues);
        this[Slot.Bank] = requester.Bank;
        this[Slot.Browser] = requester.Browser;
        this[Slot.Phone] = requester.Phone;
        this[Slot.Card] = requester.Card;
        this[Slot.Vat] = $"{(requester.Language == "en" ? "IE" : requester.Language.ToUpperInvariant())}{dice.Between(10000000, 99999999)}";
    }

    private void AboutTheMatter(Requester requester, Product product, bool isPayout, Dice dice, NamesReader names)
    {
        var plan = dice.Below(Math.Max(1, product.Plans.Count - 1));
        var amount = isPayout ? dice.Between(18000, 480000) / 100m : dice.Pick(product.Devices.Count > 0 ? DevicePrices : PlanPrices);
        this[Slot.Product] = product.Name;
        this[Slot.Brand] = product.Brand;
        this[Slot.Device] = product.Devices.Count > 0 ? dice.Pick(product.Devices) : product.Name;
        this[Slot.Plan] = product.Plans[plan];
        this[Slot.NewPlan] = product.Plans[Math.Min(plan + 1, product.Plans.Count - 1)];
        this[Slot.Amount] = Tongue.Money(_language, requester.Currency, amount);
        this[Slot.Amount2] = Tongue.Money(_language, requester.Currency, Math.Round(amount * dice.Between(12, 45) / 100m, 2));
        this[Slot.Serial] = $"{product.Brand[..2].ToUpperInvariant()}{dice.Between(10, 99)}-{dice.Between(100000, 999999)}";
        this[Slot.Order] = $"BM-{dice.Between(200000, 899999)}";
        this[Slot.Code] = dice.Pick(names.Codes);
        this[Slot.Carrier] = dice.Pick(names.Carriers);
        this[Slot.Tracking] = $"{this[Slot.Carrier][..2].ToUpperInvariant()}{dice.Between(10000000, 99999999)}";
        this[Slot.Count] = dice.Between(2, 14).ToString(CultureInfo.InvariantCulture);
        this[Slot.Many] = dice.Between(40, 700).ToString(CultureInfo.InvariantCulture);
        this[Slot.Hex] = $"{dice.Between(0x1000000, 0xFFFFFFF):x}{dice.Between(0x10, 0xFF):x}";
        this[Slot.RequestId] = $"req_{dice.Between(0x100000, 0xFFFFFF):x}{dice.Between(0x100000, 0xFFFFFF):x}";
        this[Slot.Ref] = $"R{dice.Between(100000, 999999)}";
    }

    private void AboutTheTime(Dice dice, DateTime created)
    {
        var days = dice.Between(3, 16);
        this[Slot.Invoice] = $"INV-{created.Year}-{dice.Between(10000, 99999)}";
        this[Slot.Version] = $"{created.Year - 2021}.{created.Month}.{dice.Between(0, 3)}";
        this[Slot.Days] = days.ToString(CultureInfo.InvariantCulture);
        this[Slot.Date] = Tongue.Date(_language, created.AddDays(-days));
        this[Slot.Date2] = Tongue.Date(_language, Workday(created.AddDays(dice.Between(3, 12))));
        this[Slot.Month] = Tongue.Month(_language, created.AddMonths(-dice.Between(1, 4)));
        this[Slot.Time] = Tongue.Time(created.AddMinutes(-dice.Between(15, 150)));
    }

    private static DateTime Workday(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
