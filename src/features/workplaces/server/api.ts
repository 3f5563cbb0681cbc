export { writesFor } from "./people.queries.ts";
