const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** An instant in the reader's own zone; desks export tickets without one, which stays blank. */
export const fullWhen = (instant: string | null) => instant ? full.format(new Date(instant)) : '';
export const shortWhen = (instant: string | null) => instant ? day.format(new Date(instant)) : '';
