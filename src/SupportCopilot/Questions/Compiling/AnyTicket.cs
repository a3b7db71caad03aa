using NodaTime;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Compiling;

/// <summary>Asks whether a sight has any ticket with something: 1 or 0, at the first one found.</summary>
internal static class AnyTicket
{
    public static SqlQuery With(PlanFilter filter, CompileContext context)
    {
        var values = new SqlValues();
        var local = new LocalTime(DateTimeZone.Utc, Instant.MinValue, Instant.MaxValue, values);
        var conditions = new TicketConditions(context, values, local, Clocks.Created).InSight().Where([filter]);
        return new SqlQuery($"SELECT COUNT(*) AS n\nFROM (\nSELECT {context.Dialect.First(1)}1 AS x FROM Tickets AS t\nWHERE {conditions}{context.Dialect.Last(1)}\n) AS r", values.All);
    }
}
