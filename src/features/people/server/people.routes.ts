import type { Route } from "#server/deed.ts";
import { answerAddressChangeRoute, lookAtAddressChangeRoute } from "./address-change.ts";
import { chooseLanguageRoute } from "./choose-language.ts";
import { lookAtLinkRoute, openLinkRoute, renewLinkRoute } from "./personal-link.ts";
import { enterCodeRoute, requestCodeRoute, signOutRoute } from "./sign-in.ts";
import { readMeRoute } from "./view-me.ts";

export const peopleRoutes: Route[] = [
  readMeRoute,
  requestCodeRoute,
  enterCodeRoute,
  signOutRoute,
  chooseLanguageRoute,
  lookAtLinkRoute,
  openLinkRoute,
  renewLinkRoute,
  lookAtAddressChangeRoute,
  answerAddressChangeRoute,
];
