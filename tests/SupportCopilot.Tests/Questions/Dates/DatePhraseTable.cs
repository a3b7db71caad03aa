namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>Phrase | first day..last day, both counted in; nothing before the dots is all of the past.</summary>
internal static class DatePhraseTable
{
    public const string Text = """
        today | 2026-03-18..2026-03-18
        yesterday | 2026-03-17..2026-03-17
        the day before yesterday | 2026-03-16..2026-03-16
        this week | 2026-03-16..2026-03-22
        last week | 2026-03-09..2026-03-15
        previous week | 2026-03-09..2026-03-15
        past week | 2026-03-11..2026-03-17
        in the past week | 2026-03-11..2026-03-17
        next week | 2026-03-23..2026-03-29
        this month | 2026-03-01..2026-03-31
        last month | 2026-02-01..2026-02-28
        last quarter | 2025-10-01..2025-12-31
        this year | 2026-01-01..2026-12-31
        last year | 2025-01-01..2025-12-31
        last 7 days | 2026-03-11..2026-03-17
        the past two weeks | 2026-03-04..2026-03-17
        in the last 30 days | 2026-02-16..2026-03-17
        last 3 months | 2025-12-18..2026-03-17
        last two quarters | 2025-07-01..2025-12-31
        last 12 months | 2025-03-18..2026-03-17
        last full month | 2026-02-01..2026-02-28
        last 2 full weeks | 2026-03-02..2026-03-15
        week before last | 2026-03-02..2026-03-08
        the week before last | 2026-03-02..2026-03-08
        the month before last | 2026-01-01..2026-01-31
        same week last year | 2025-03-17..2025-03-23
        same month last year | 2025-03-01..2025-03-31
        same time last year | 2025-03-18..2025-03-18
        this time last year | 2025-03-18..2025-03-18
        on Monday | 2026-03-16..2026-03-16
        Monday | 2026-03-16..2026-03-16
        on Wednesday | 2026-03-11..2026-03-11
        last Friday | 2026-03-13..2026-03-13
        last Wednesday | 2026-03-11..2026-03-11
        this Friday | 2026-03-20..2026-03-20
        Monday last week | 2026-03-09..2026-03-09
        last week Monday | 2026-03-09..2026-03-09
        in March | 2026-03-01..2026-03-31
        March | 2026-03-01..2026-03-31
        in May | 2025-05-01..2025-05-31
        April | 2025-04-01..2025-04-30
        Q4 | 2025-10-01..2025-12-31
        last Q4 | 2025-10-01..2025-12-31
        in Q1 | 2026-01-01..2026-03-31
        Q4 2025 | 2025-10-01..2025-12-31
        March 2025 | 2025-03-01..2025-03-31
        Mar 25 | 2025-03-25..2025-03-25
        Mar '25 | 2025-03-01..2025-03-31
        march last year | 2025-03-01..2025-03-31
        last march | 2025-03-01..2025-03-31
        3–9 May | 2025-05-03..2025-05-09
        3 to 9 May | 2025-05-03..2025-05-09
        May 3rd – 9th 2025 | 2025-05-03..2025-05-09
        from 3 to 9 May | 2025-05-03..2025-05-09
        2026-03-09 | 2026-03-09..2026-03-09
        09/03/2026 | 2026-03-09..2026-03-09
        25/12/2025 | 2025-12-25..2025-12-25
        w/c 4 Aug | 2025-08-04..2025-08-10
        week 12 | 2026-03-16..2026-03-22
        week 50 | 2025-12-08..2025-12-14
        between 1 March and 5 March | 2026-03-01..2026-03-05
        between March 1st and 5th | 2026-03-01..2026-03-05
        from January to March | 2026-01-01..2026-03-31
        Jan-Mar | 2026-01-01..2026-03-31
        Jan–Mar 2025 | 2025-01-01..2025-03-31
        from 28 Dec to 3 Jan | 2025-12-28..2026-01-03
        since Monday | 2026-03-16..2026-03-18
        since 1 March | 2026-03-01..2026-03-18
        since January | 2026-01-01..2026-03-18
        before March | ..2026-02-28
        before 2025 | ..2024-12-31
        after 3 March | 2026-03-04..2026-03-18
        until 15 March | ..2026-03-15
        year to date | 2026-01-01..2026-03-18
        YTD | 2026-01-01..2026-03-18
        MTD | 2026-03-01..2026-03-18
        QTD | 2026-01-01..2026-03-18
        this month so far | 2026-03-01..2026-03-18
        first half of 2025 | 2025-01-01..2025-06-30
        H1 | 2026-01-01..2026-06-30
        H2 2025 | 2025-07-01..2025-12-31
        fiscal year 2025 | 2025-01-01..2025-12-31
        FY25 | 2025-01-01..2025-12-31
        last fiscal year | 2025-01-01..2025-12-31
        fiscal Q2 | 2025-04-01..2025-06-30
        weekends in February | 2026-02-01..2026-02-28
        on weekends last month | 2026-02-01..2026-02-28
        last month at weekends | 2026-02-01..2026-02-28
        weekdays in January | 2026-01-01..2026-01-31
        working days last month | 2026-02-01..2026-02-28
        on Mondays in February | 2026-02-01..2026-02-28
        Mondays | ..2026-03-18
        last 24 hours | 2026-03-17..2026-03-18
        last 3 hours | 2026-03-18..2026-03-18
        this morning | 2026-03-18..2026-03-18
        yesterday morning | 2026-03-17..2026-03-17
        last night | 2026-03-17..2026-03-18
        between 2pm and 5pm yesterday | 2026-03-17..2026-03-17
        yesterday between 2 and 5pm | 2026-03-17..2026-03-17
        since 9am | 2026-03-18..2026-03-18
        from 4pm yesterday to 9am today | 2026-03-17..2026-03-18
        Christmas | 2025-12-25..2025-12-25
        at Christmas | 2025-12-25..2025-12-25
        Black Friday | 2025-11-28..2025-11-28
        Easter 2025 | 2025-04-20..2025-04-20
        Thanksgiving | 2025-11-27..2025-11-27
        last Christmas | 2025-12-25..2025-12-25
        the last 6 weeks | 2026-02-04..2026-03-17
        three weeks ago | 2026-02-25..2026-02-25
        two days ago | 2026-03-16..2026-03-16
        a month ago | 2026-02-18..2026-02-18
        all time | ..2026-03-18
        first week of March | 2026-03-02..2026-03-08
        last week of February | 2026-02-23..2026-03-01
        the first Monday of March | 2026-03-02..2026-03-02
        last day of February | 2026-02-28..2026-02-28
        last weekend | 2026-03-14..2026-03-15
        this weekend | 2026-03-21..2026-03-22
        the weekend | 2026-03-14..2026-03-15
        weekend before last | 2026-03-07..2026-03-08
        the 3 days before Christmas | 2025-12-22..2025-12-24
        the week before Christmas | 2025-12-18..2025-12-24
        2025 | 2025-01-01..2025-12-31
        in 2025 | 2025-01-01..2025-12-31
        2024-2025 | 2024-01-01..2025-12-31
        from 2024 to 2025 | 2024-01-01..2025-12-31
        March to May | 2026-03-01..2026-05-31
        Monday to Wednesday | 2026-03-16..2026-03-18
        Mon-Fri last week | 2026-03-09..2026-03-13
        last week between Friday and Sunday | 2026-03-13..2026-03-15
        since the end of February | 2026-03-01..2026-03-18
        from 3 March | 2026-03-03..2026-03-03
        from 3 March onwards | 2026-03-03..2026-03-18
        the 3rd | 2026-03-03..2026-03-03
        on the 15th | 2026-03-15..2026-03-15
        trailing 90 days | 2025-12-18..2026-03-17
        12/25/2025 | 2025-12-25..2025-12-25
        March 3-5 | 2026-03-03..2026-03-05
        3rd of March | 2026-03-03..2026-03-03
        weeks 5-8 | 2026-01-26..2026-02-22
        December | 2025-12-01..2025-12-31
        November | 2025-11-01..2025-11-30
        in dec | 2025-12-01..2025-12-31
        """;
}
