import { lazy } from "react";
import { m } from "#messages/web";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { useView } from "#web/view.ts";
import type { readAgreement } from "../agreement.contract.ts";
import { AGREEMENT_PATH, type AgreementView } from "./agreement-view.ts";
import { AmendmentPage } from "./amendment-page.tsx";
import { FrameworkPage } from "./framework-page.tsx";
import { SignerPage } from "./signer-page.tsx";
import "./agreement-page.css";

/** A signer on a phone does not wait for the desk's page. */
const StaffPage = lazy(() =>
  import("./staff-page.tsx").then((file) => ({ default: file.StaffPage })),
);

/** One agreement: signers and readers get the paper, who carries the placement gets the desk beside it. */
export function AgreementPage({ agreementId }: { agreementId: string }) {
  const view = useView<typeof readAgreement>({ path: AGREEMENT_PATH, params: { agreementId } }, []);
  useCollege(view.providerName);
  if (view.kind === "framework_agreement") return <FrameworkPage view={view} />;
  return view.seesPlacement ? <WithBack view={view} /> : <PhonePage view={view} />;
}

function WithBack({ view }: { view: AgreementView }) {
  useBack({ href: `/placements/${view.placementId}`, label: m.agreement_back() });
  return view.carries ? <StaffPage view={view} /> : <PhonePage view={view} />;
}

function PhonePage({ view }: { view: AgreementView }) {
  return view.kind === "amendment" ? <AmendmentPage view={view} /> : <SignerPage view={view} />;
}
