/** What the command line and main.ts may call. */
export { listChains } from "./chain.queries.ts";
export { startChainKeeping } from "./keep-heads.ts";
export { type Verdict, verifyChain } from "./verify-chain.ts";
