import type { Route } from "#server/deed.ts";
import { copyPlacementRoute } from "./copy-placement.ts";
import {
  endInterruptionRoute,
  putInterruptionRoute,
  removeInterruptionRoute,
} from "./interruptions.ts";
import { inviteTutorRoute } from "./invite-tutor.ts";
import { movePlacementRoute } from "./move-placement.ts";
import { nameTutorRoute } from "./name-tutor.ts";
import { nudgeRoute } from "./nudge.ts";
import { proposePlacementRoute } from "./propose-placement.ts";
import { confirmTalkRoute, noteTalkRoute } from "./talks.ts";
import { readBoardRoute } from "./view-board.ts";
import { readProposalChoicesRoute } from "./view-choices.ts";
import { readStudentHomeRoute, readTutorHomeRoute } from "./view-homes.ts";
import { listPlacementsRoute } from "./view-list.ts";
import { readPlacementRoute } from "./view-placement.ts";
import { readStartsRoute } from "./view-starts.ts";

export const placementRoutes: Route[] = [
  readPlacementRoute,
  readBoardRoute,
  readStartsRoute,
  listPlacementsRoute,
  readTutorHomeRoute,
  readStudentHomeRoute,
  readProposalChoicesRoute,
  proposePlacementRoute,
  copyPlacementRoute,
  movePlacementRoute,
  putInterruptionRoute,
  endInterruptionRoute,
  removeInterruptionRoute,
  nameTutorRoute,
  inviteTutorRoute,
  noteTalkRoute,
  confirmTalkRoute,
  nudgeRoute,
];
