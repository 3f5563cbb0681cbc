import { pino } from "pino";

/** Tests read answers, not logs; a test of the log makes its own. */
export const quietLog = pino({ level: "silent" });
