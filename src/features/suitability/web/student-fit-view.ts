import type { AnswerOf } from "#web/request.ts";
import type { readStudentFit } from "../student-fit.contract.ts";

export const FIT_PATH = "/api/placements/{placementId}/fit";
/** Reads that change with the fit: the gate says it too. */
export const FIT_CHANGES = [FIT_PATH, "/api/placements/{placementId}"];
export type FitView = AnswerOf<typeof readStudentFit>;
export type FitReason = FitView["reasons"][number];
