import type { AgreementTemplate, TemplateBasis } from "./agreement-template.ts";
import apprenticeship from "./fi-apprenticeship.json" with { type: "json" };
import frameworkAgreement from "./fi-framework-agreement.json" with { type: "json" };
import trainingAgreement from "./fi-training-agreement.json" with { type: "json" };

export type VersionedTemplate = {
  readonly code: string;
  readonly version: number;
  readonly template: AgreementTemplate;
};

/** The wording that every provider begins with. It helps to check; it does not replace a lawyer. */
const NATIONAL: Readonly<Record<TemplateBasis, VersionedTemplate>> = {
  training_agreement: versioned("fi-training-agreement", trainingAgreement),
  apprenticeship: versioned("fi-apprenticeship", apprenticeship),
  framework_agreement: versioned("fi-framework-agreement", frameworkAgreement),
};

type Stored = {
  readonly version: number;
  readonly template: Omit<AgreementTemplate, "basis" | "guardian" | "order"> & {
    readonly basis: string;
    readonly guardian: string;
    readonly order: string;
  };
};

function versioned(code: string, { version, template }: Stored): VersionedTemplate {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own file; national-templates.test.ts reads it through checkTemplate
  return { code, version, template: template as AgreementTemplate };
}

export function nationalTemplate(basis: TemplateBasis): VersionedTemplate {
  return NATIONAL[basis];
}
