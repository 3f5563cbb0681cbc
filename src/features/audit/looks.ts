/** Who has looked at it is kept this long; the history says so to those it is about. */
export const LOOKS_KEPT_MONTHS = 12;
/** The history tells of the looks of this many days; the admin's search of none. */
export const LOOKS_SHOWN_DAYS = 30;
