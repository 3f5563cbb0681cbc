import type { Route } from "#server/deed.ts";
import { amendAgreementRoute } from "./amend-agreement.ts";
import { askTemplateReaderRoute } from "./ask-reader.ts";
import { askSigningCodeRoute } from "./ask-signing-code.ts";
import { correctAgreementRoute } from "./correct-agreement.ts";
import { declineAgreementRoute, withdrawAgreementRoute } from "./end-agreement.ts";
import {
  addSectionRoute,
  orderSectionsRoute,
  removeSectionRoute,
  setTemplateTitleRoute,
} from "./outline-template.ts";
import { publishTemplateRoute } from "./publish-template.ts";
import { nameDeputyRoute, remindSignerRoute, repairAddressRoute } from "./reach-signer.ts";
import { readAgreementPaperRoute } from "./read-paper.ts";
import { sendAgreementRoute } from "./send-agreement.ts";
import { sendFrameworkRoute } from "./send-framework.ts";
import { signAgreementRoute } from "./sign-agreement.ts";
import { readTemplateFileRoute } from "./template-file.ts";
import { terminateFrameworkRoute } from "./terminate-framework.ts";
import { readAgreementRoute, readAgreementTextRoute } from "./view-agreement.ts";
import {
  listAgreementsRoute,
  listMyAgreementsRoute,
  previewAgreementRoute,
} from "./view-agreements.ts";
import { readAmendmentChoicesRoute } from "./view-amendment-choices.ts";
import { listFrameworksRoute, previewFrameworkRoute } from "./view-frameworks.ts";
import {
  compareVersionsRoute,
  listTemplatesRoute,
  previewTemplateRoute,
  readTemplateRoute,
} from "./view-template.ts";
import {
  beginTemplateRoute,
  dropTemplateDraftRoute,
  setSigningRoute,
  writeSectionRoute,
} from "./write-template.ts";

export const agreementRoutes: readonly Route[] = [
  listMyAgreementsRoute,
  listAgreementsRoute,
  previewAgreementRoute,
  sendAgreementRoute,
  amendAgreementRoute,
  readAmendmentChoicesRoute,
  readAgreementRoute,
  readAgreementTextRoute,
  readAgreementPaperRoute,
  askSigningCodeRoute,
  signAgreementRoute,
  correctAgreementRoute,
  declineAgreementRoute,
  withdrawAgreementRoute,
  remindSignerRoute,
  repairAddressRoute,
  nameDeputyRoute,
  listFrameworksRoute,
  previewFrameworkRoute,
  sendFrameworkRoute,
  terminateFrameworkRoute,
  listTemplatesRoute,
  readTemplateRoute,
  previewTemplateRoute,
  compareVersionsRoute,
  beginTemplateRoute,
  writeSectionRoute,
  setSigningRoute,
  dropTemplateDraftRoute,
  publishTemplateRoute,
  setTemplateTitleRoute,
  orderSectionsRoute,
  addSectionRoute,
  removeSectionRoute,
  askTemplateReaderRoute,
  readTemplateFileRoute,
];
