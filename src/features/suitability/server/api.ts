export { askForRenewals } from "./ask-renewals.ts";
export { renewalColumn } from "./renewal.queries.ts";
