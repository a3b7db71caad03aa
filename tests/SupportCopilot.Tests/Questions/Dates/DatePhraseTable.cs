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
        this quarter | 2026-01-01..2026-03-31
        previous quarter | 2025-10-01..2025-12-31
        current month | 2026-03-01..2026-03-31
        the current week | 2026-03-16..2026-03-22
        last fortnight | 2026-03-02..2026-03-15
        past fortnight | 2026-03-02..2026-03-15
        the past month | 2026-02-18..2026-03-17
        past year | 2025-03-18..2026-03-17
        in the last month | 2026-02-01..2026-02-28
        during last week | 2026-03-09..2026-03-15
        for last month | 2026-02-01..2026-02-28
        throughout 2025 | 2025-01-01..2025-12-31
        in the month of February | 2026-02-01..2026-02-28
        over the past 3 months | 2025-12-18..2026-03-17
        within the last 14 days | 2026-03-04..2026-03-17
        the last 10 weeks | 2026-01-07..2026-03-17
        the last four quarters | 2025-01-01..2025-12-31
        previous 6 months | 2025-09-18..2026-03-17
        last 2 years | 2024-03-18..2026-03-17
        past 90 days | 2025-12-18..2026-03-17
        last 30-day | 2026-02-16..2026-03-17
        the 3 past weeks | 2026-02-25..2026-03-17
        the last 2 full months | 2026-01-01..2026-02-28
        last complete quarter | 2025-10-01..2025-12-31
        last full week | 2026-03-09..2026-03-15
        the previous full year | 2025-01-01..2025-12-31
        last 5 working days | 2026-03-11..2026-03-17
        last 10 business days | 2026-03-04..2026-03-17
        year before last | 2024-01-01..2024-12-31
        the quarter before last | 2025-07-01..2025-09-30
        the month before last month | 2026-01-01..2026-01-31
        month after next | 2026-05-01..2026-05-31
        next month | 2026-04-01..2026-04-30
        next 7 days | 2026-03-19..2026-03-25
        next quarter | 2026-04-01..2026-06-30
        tomorrow | 2026-03-19..2026-03-19
        3 days ago | 2026-03-15..2026-03-15
        a week ago | 2026-03-11..2026-03-11
        two weeks ago | 2026-03-04..2026-03-04
        six months ago | 2025-09-18..2025-09-18
        a year ago | 2025-03-18..2025-03-18
        on Tuesday | 2026-03-17..2026-03-17
        Thursday | 2026-03-12..2026-03-12
        on Sunday | 2026-03-15..2026-03-15
        sat | 2026-03-14..2026-03-14
        last Monday | 2026-03-09..2026-03-09
        last Thursday | 2026-03-12..2026-03-12
        last Sunday | 2026-03-15..2026-03-15
        this Monday | 2026-03-16..2026-03-16
        next Monday | 2026-03-23..2026-03-23
        previous Friday | 2026-03-13..2026-03-13
        Friday last week | 2026-03-13..2026-03-13
        Friday of last week | 2026-03-13..2026-03-13
        on Tuesday this week | 2026-03-17..2026-03-17
        Sunday of the week before last | 2026-03-08..2026-03-08
        January | 2026-01-01..2026-01-31
        in January | 2026-01-01..2026-01-31
        in June | 2025-06-01..2025-06-30
        February 2026 | 2026-02-01..2026-02-28
        Feb 2025 | 2025-02-01..2025-02-28
        2025 March | 2025-03-01..2025-03-31
        March, 2025 | 2025-03-01..2025-03-31
        march of last year | 2025-03-01..2025-03-31
        this January | 2026-01-01..2026-01-31
        this March | 2026-03-01..2026-03-31
        last January | 2025-01-01..2025-01-31
        last December | 2025-12-01..2025-12-31
        last June | 2025-06-01..2025-06-30
        next June | 2026-06-01..2026-06-30
        3/2025 | 2025-03-01..2025-03-31
        2025-03 | 2025-03-01..2025-03-31
        03-2025 | 2025-03-01..2025-03-31
        Q1 | 2026-01-01..2026-03-31
        Q2 | 2025-04-01..2025-06-30
        Q3 2025 | 2025-07-01..2025-09-30
        2025 Q3 | 2025-07-01..2025-09-30
        2025-Q3 | 2025-07-01..2025-09-30
        Q3 25 | 2025-07-01..2025-09-30
        Q3 '25 | 2025-07-01..2025-09-30
        q3/2025 | 2025-07-01..2025-09-30
        third quarter of 2025 | 2025-07-01..2025-09-30
        the third quarter | 2025-07-01..2025-09-30
        third quarter last year | 2025-07-01..2025-09-30
        first quarter of the year | 2026-01-01..2026-03-31
        Q2 last year | 2025-04-01..2025-06-30
        this Q1 | 2026-01-01..2026-03-31
        last Q1 | 2025-01-01..2025-03-31
        last Q3 | 2025-07-01..2025-09-30
        quarter 2 | 2025-04-01..2025-06-30
        2Q 2025 | 2025-04-01..2025-06-30
        H1 2025 | 2025-01-01..2025-06-30
        2025 H2 | 2025-07-01..2025-12-31
        H2 | 2025-07-01..2025-12-31
        second half of 2025 | 2025-07-01..2025-12-31
        second half of last year | 2025-07-01..2025-12-31
        first half of this year | 2026-01-01..2026-06-30
        first half of February | 2026-02-01..2026-02-14
        second half of last month | 2026-02-15..2026-02-28
        last half of February | 2026-02-15..2026-02-28
        year 2024 | 2024-01-01..2024-12-31
        the year 2024 | 2024-01-01..2024-12-31
        calendar year 2025 | 2025-01-01..2025-12-31
        CY25 | 2025-01-01..2025-12-31
        '25 | 2025-01-01..2025-12-31
        FY2025 | 2025-01-01..2025-12-31
        FY 2024/25 | 2025-01-01..2025-12-31
        FY25 Q2 | 2025-04-01..2025-06-30
        Q2 FY25 | 2025-04-01..2025-06-30
        fiscal year 2024 | 2024-01-01..2024-12-31
        financial year 2024-25 | 2025-01-01..2025-12-31
        this fiscal year | 2026-01-01..2026-12-31
        fiscal quarter 3 | 2025-07-01..2025-09-30
        last fiscal quarter | 2025-10-01..2025-12-31
        fiscal year to date | 2026-01-01..2026-03-18
        FYTD | 2026-01-01..2026-03-18
        week to date | 2026-03-16..2026-03-18
        month to date | 2026-03-01..2026-03-18
        quarter to date | 2026-01-01..2026-03-18
        this year to date | 2026-01-01..2026-03-18
        so far this year | 2026-01-01..2026-03-18
        so far this month | 2026-03-01..2026-03-18
        year so far | 2026-01-01..2026-03-18
        this quarter so far | 2026-01-01..2026-03-18
        this week so far | 2026-03-16..2026-03-18
        WTD | 2026-03-16..2026-03-18
        to date | ..2026-03-18
        ever | ..2026-03-18
        week 1 | 2025-12-29..2026-01-04
        week 53 | 2020-12-28..2021-01-03
        week 3 of 2025 | 2025-01-13..2025-01-19
        week 10 2025 | 2025-03-03..2025-03-09
        wk 8 | 2026-02-16..2026-02-22
        2026-W08 | 2026-02-16..2026-02-22
        w9 | 2026-02-23..2026-03-01
        weeks 1 to 4 | 2025-12-29..2026-01-25
        week 5 to week 7 | 2026-01-26..2026-02-15
        w/c 2 March | 2026-03-02..2026-03-08
        w/c Monday | 2026-03-16..2026-03-22
        wc 9 March | 2026-03-09..2026-03-15
        week commencing 9 March | 2026-03-09..2026-03-15
        week beginning 9 March 2026 | 2026-03-09..2026-03-15
        week starting on 2 Feb | 2026-02-02..2026-02-08
        week of 4 March | 2026-03-02..2026-03-08
        week ending 15 March | 2026-03-09..2026-03-15
        w/e 15 March | 2026-03-09..2026-03-15
        week of 15 March | 2026-03-09..2026-03-15
        9 March | 2026-03-09..2026-03-09
        9th March | 2026-03-09..2026-03-09
        the 9th of March | 2026-03-09..2026-03-09
        March 9 | 2026-03-09..2026-03-09
        March 9th | 2026-03-09..2026-03-09
        March the 9th | 2026-03-09..2026-03-09
        9 March 2025 | 2025-03-09..2025-03-09
        9 Mar 2025 | 2025-03-09..2025-03-09
        March 9, 2025 | 2025-03-09..2025-03-09
        Mar 9th, 2025 | 2025-03-09..2025-03-09
        9-Mar-2025 | 2025-03-09..2025-03-09
        2025-mar-09 | 2025-03-09..2025-03-09
        Monday 9 March | 2026-03-09..2026-03-09
        Mon 9 March 2026 | 2026-03-09..2026-03-09
        Monday, March 9 | 2026-03-09..2026-03-09
        the twenty-first of February | 2026-02-21..2026-02-21
        Feb second | 2026-02-02..2026-02-02
        2025/03/09 | 2025-03-09..2025-03-09
        2026.03.09 | 2026-03-09..2026-03-09
        9.3.2026 | 2026-03-09..2026-03-09
        13/02/2026 | 2026-02-13..2026-02-13
        02/13/2026 | 2026-02-13..2026-02-13
        13.2.26 | 2026-02-13..2026-02-13
        13/2 | 2026-02-13..2026-02-13
        on 13/2 | 2026-02-13..2026-02-13
        5/5/2025 | 2025-05-05..2025-05-05
        the 5th | 2026-03-05..2026-03-05
        on the 20th | 2026-02-20..2026-02-20
        20th of last month | 2026-02-20..2026-02-20
        the 5th of this month | 2026-03-05..2026-03-05
        from 1 to 15 March | 2026-03-01..2026-03-15
        1-15 March | 2026-03-01..2026-03-15
        1–15 March 2025 | 2025-03-01..2025-03-15
        March 1-15 | 2026-03-01..2026-03-15
        March 1 to March 15 | 2026-03-01..2026-03-15
        March 1 – 15, 2025 | 2025-03-01..2025-03-15
        1 March – 15 March | 2026-03-01..2026-03-15
        1 Mar to 15 Mar 2025 | 2025-03-01..2025-03-15
        between 1 and 15 March | 2026-03-01..2026-03-15
        between the 1st and the 15th of February | 2026-02-01..2026-02-15
        between 2026-01-01 and 2026-01-31 | 2026-01-01..2026-01-31
        from 2026-02-01 to 2026-02-14 | 2026-02-01..2026-02-14
        2026-02-01 - 2026-02-14 | 2026-02-01..2026-02-14
        2026-02-01 to 2026-02-14 | 2026-02-01..2026-02-14
        1/2/2026 - 14/2/2026 | 2026-02-01..2026-02-14
        from 01/02/2026 to 14/02/2026 | 2026-02-01..2026-02-14
        from Monday to Thursday | 2026-03-16..2026-03-19
        Mon–Wed | 2026-03-16..2026-03-18
        between Monday and Wednesday | 2026-03-16..2026-03-18
        Monday to Friday last week | 2026-03-09..2026-03-13
        Tue to Thu last week | 2026-03-10..2026-03-12
        last week from Tuesday to Thursday | 2026-03-10..2026-03-12
        from last Monday to yesterday | 2026-03-09..2026-03-17
        from yesterday to today | 2026-03-17..2026-03-18
        from 1 March to today | 2026-03-01..2026-03-18
        from 1 March until now | 2026-03-01..2026-03-18
        between 1 Feb and yesterday | 2026-02-01..2026-03-17
        from January to date | 2026-01-01..2026-03-18
        January to March 2025 | 2025-01-01..2025-03-31
        Jan through Mar 2025 | 2025-01-01..2025-03-31
        from November to February | 2025-11-01..2026-02-28
        Nov-Feb | 2025-11-01..2026-02-28
        Q1 to Q3 2025 | 2025-01-01..2025-09-30
        Q1-Q2 2025 | 2025-01-01..2025-06-30
        between Q2 and Q3 2025 | 2025-04-01..2025-09-30
        from Q4 2024 to Q1 2026 | 2024-10-01..2026-03-31
        2023 to 2025 | 2023-01-01..2025-12-31
        between 2024 and 2025 | 2024-01-01..2025-12-31
        from March 2024 to May 2025 | 2024-03-01..2025-05-31
        Dec 2024 – Feb 2025 | 2024-12-01..2025-02-28
        from the start of the year to 15 March | 2026-01-01..2026-03-15
        from the beginning of February to the end of February | 2026-02-01..2026-02-28
        from 2024 to the end of January | 2024-01-01..2026-01-31
        since yesterday | 2026-03-17..2026-03-18
        since last week | 2026-03-09..2026-03-18
        since last month | 2026-02-01..2026-03-18
        since last Friday | 2026-03-13..2026-03-18
        since Christmas | 2025-12-25..2026-03-18
        since 2025 | 2025-01-01..2026-03-18
        since Q4 | 2025-10-01..2026-03-18
        since March 2025 | 2025-03-01..2026-03-18
        since 3 days ago | 2026-03-15..2026-03-18
        since the start of the year | 2026-01-01..2026-03-18
        since the beginning of March | 2026-03-01..2026-03-18
        from March onwards | 2026-03-01..2026-03-18
        from 1 Feb onward | 2026-02-01..2026-03-18
        starting 1 February | 2026-02-01..2026-03-18
        starting from 1 Feb | 2026-02-01..2026-03-18
        as of 1 March onwards | 2026-03-01..2026-03-18
        1 March or later | 2026-03-01..2026-03-18
        1 March and after | 2026-03-01..2026-03-18
        on or after 1 March | 2026-03-01..2026-03-18
        no earlier than 1 March | 2026-03-01..2026-03-18
        after 1 March | 2026-03-02..2026-03-18
        after last week | 2026-03-16..2026-03-18
        after Christmas | 2025-12-26..2026-03-18
        after January | 2026-02-01..2026-03-18
        after Q3 2025 | 2025-10-01..2026-03-18
        later than 10 March | 2026-03-11..2026-03-18
        before yesterday | ..2026-03-16
        before last week | ..2026-03-08
        before 1 March | ..2026-02-28
        before Q1 | ..2025-12-31
        before Christmas | ..2025-12-24
        before January 2026 | ..2025-12-31
        prior to 2026 | ..2025-12-31
        earlier than 1 March 2026 | ..2026-02-28
        until yesterday | ..2026-03-17
        until the end of February | ..2026-02-28
        until end of last month | ..2026-02-28
        up to 1 March | ..2026-03-01
        up to and including 1 March | ..2026-03-01
        through 10 March | ..2026-03-10
        by 10 March | ..2026-03-10
        no later than 10 March | ..2026-03-10
        on or before 10 March | ..2026-03-10
        till last Friday | ..2026-03-13
        10 March or earlier | ..2026-03-10
        more than 30 days ago | ..2026-02-15
        over 2 weeks ago | ..2026-03-03
        less than a week ago | 2026-03-12..2026-03-18
        over the weekend | 2026-03-14..2026-03-15
        on the weekend | 2026-03-14..2026-03-15
        weekends | ..2026-03-18
        weekends this year | 2026-01-01..2026-12-31
        on weekends in 2025 | 2025-01-01..2025-12-31
        at weekends since January | 2026-01-01..2026-03-18
        weekdays last week | 2026-03-09..2026-03-15
        on weekdays | ..2026-03-18
        working days in February | 2026-02-01..2026-02-28
        business days since 1 March | 2026-03-01..2026-03-18
        Mondays last month | 2026-02-01..2026-02-28
        every Monday in February | 2026-02-01..2026-02-28
        on Mondays and Tuesdays in February | 2026-02-01..2026-02-28
        last quarter, weekends only | 2025-10-01..2025-12-31
        February weekends | 2026-02-01..2026-02-28
        on Fridays | ..2026-03-18
        last 48 hours | 2026-03-16..2026-03-18
        past 24h | 2026-03-17..2026-03-18
        last 90 minutes | 2026-03-18..2026-03-18
        the past hour | 2026-03-18..2026-03-18
        last hour | 2026-03-18..2026-03-18
        this afternoon | 2026-03-18..2026-03-18
        this evening | 2026-03-18..2026-03-18
        tonight | 2026-03-18..2026-03-18
        yesterday afternoon | 2026-03-17..2026-03-17
        yesterday evening | 2026-03-17..2026-03-17
        Monday morning | 2026-03-16..2026-03-16
        on Monday in the morning | 2026-03-16..2026-03-16
        in the morning of 9 March | 2026-03-09..2026-03-09
        9am to 5pm yesterday | 2026-03-17..2026-03-17
        from 9:00 to 17:00 on Monday | 2026-03-16..2026-03-16
        between 9 and 11am today | 2026-03-18..2026-03-18
        14:00-16:00 yesterday | 2026-03-17..2026-03-17
        between noon and 2pm yesterday | 2026-03-17..2026-03-17
        since noon | 2026-03-18..2026-03-18
        since 8:30 | 2026-03-18..2026-03-18
        since 5pm yesterday | 2026-03-17..2026-03-18
        after 5pm yesterday | 2026-03-17..2026-03-17
        before 9am yesterday | 2026-03-17..2026-03-17
        from 9am on Monday until now | 2026-03-16..2026-03-18
        Xmas 2025 | 2025-12-25..2025-12-25
        Christmas Eve | 2025-12-24..2025-12-24
        Christmas Day 2024 | 2024-12-25..2024-12-25
        Boxing Day | 2025-12-26..2025-12-26
        New Year's Eve | 2025-12-31..2025-12-31
        New Year's Day | 2026-01-01..2026-01-01
        new year | 2026-01-01..2026-01-01
        on Easter Monday | 2025-04-21..2025-04-21
        Easter | 2025-04-20..2025-04-20
        Good Friday 2025 | 2025-04-18..2025-04-18
        Halloween | 2025-10-31..2025-10-31
        Valentine's Day | 2026-02-14..2026-02-14
        Cyber Monday | 2025-12-01..2025-12-01
        Black Friday 2024 | 2024-11-29..2024-11-29
        black friday last year | 2025-11-28..2025-11-28
        last Easter | 2025-04-20..2025-04-20
        Thanksgiving 2024 | 2024-11-28..2024-11-28
        the week of Black Friday | 2025-11-24..2025-11-30
        the week after Christmas | 2025-12-26..2026-01-01
        two weeks before Christmas | 2025-12-11..2025-12-11
        the 2 weeks after 1 February | 2026-02-02..2026-02-15
        the month before Christmas | 2025-11-25..2025-12-24
        first week of February | 2026-02-02..2026-02-08
        second week of February | 2026-02-09..2026-02-15
        last week of January | 2026-01-26..2026-02-01
        the last two weeks of 2025 | 2025-12-15..2025-12-28
        first 10 days of February | 2026-02-01..2026-02-10
        last 3 days of February | 2026-02-26..2026-02-28
        third month of 2025 | 2025-03-01..2025-03-31
        first month of last year | 2025-01-01..2025-01-31
        last month of last quarter | 2025-12-01..2025-12-31
        first day of last month | 2026-02-01..2026-02-01
        last day of 2025 | 2025-12-31..2025-12-31
        last Friday of February | 2026-02-27..2026-02-27
        second Tuesday of January | 2026-01-13..2026-01-13
        last Friday in January | 2026-01-30..2026-01-30
        this time last month | 2026-02-18..2026-02-18
        same period last year | 2025-03-18..2025-03-18
        same quarter last year | 2025-01-01..2025-03-31
        same week last month | 2026-02-16..2026-02-22
        the year before | 2025-01-01..2025-12-31
        the previous month | 2026-02-01..2026-02-28
        prior quarter | 2025-10-01..2025-12-31
        the preceding week | 2026-03-09..2026-03-15
        two thousand and twenty five | 2025-01-01..2025-12-31
        in twenty twenty five | 2025-01-01..2025-12-31
        March two thousand and twenty five | 2025-03-01..2025-03-31
        three hundred days ago | 2025-05-22..2025-05-22
        last twenty-four hours | 2026-03-17..2026-03-18
        last seven days | 2026-03-11..2026-03-17
        the last couple of weeks | 2026-03-04..2026-03-17
        a couple of days ago | 2026-03-16..2026-03-16
        29 February | 2024-02-29..2024-02-29
        Feb 29 2024 | 2024-02-29..2024-02-29
        on 31 December | 2025-12-31..2025-12-31
        """;
}
