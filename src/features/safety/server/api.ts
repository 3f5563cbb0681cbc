export { remindHearers } from "./remind-hearers.ts";
