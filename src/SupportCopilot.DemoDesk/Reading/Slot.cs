namespace SupportCopilot.DemoDesk.Reading;

/// <summary>The facts that a phrase can name in braces. Within a ticket each keeps its value.</summary>
internal enum Slot
{
    // The customer and the things they own.
    Name, First, Email, Company, City, Domain, Job, Tel, Staff, Bank, Browser, Phone, Card, Vat,

    // The matter.
    Product, Brand, Device, Serial, Plan, NewPlan, Version, Order, Invoice, Amount, Amount2, Code, Carrier, Tracking,
    Count, Many, Days, Date, Date2, Month, Time, Hex, RequestId, Ref,

    // What is said around it.
    Agent, AgentFirst, Group, QuoteDate, Error, Other, Body,
}
