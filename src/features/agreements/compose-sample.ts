import type { AgreementTemplate, TemplateBasis } from "./agreement-template.ts";
import { composeAgreement } from "./compose-agreement.ts";
import { composeFramework, SAMPLE_FRAMEWORK } from "./framework-agreement-words.ts";
import { sampleFacts } from "./template-sample.ts";

/** A template filled with made-up facts of its basis. */
export function composeSample(template: AgreementTemplate, basis: TemplateBasis) {
  return basis === "framework_agreement"
    ? composeFramework(template, SAMPLE_FRAMEWORK)
    : composeAgreement(template, sampleFacts(basis));
}
