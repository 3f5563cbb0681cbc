import type { LocalisedText } from "#shared/language.ts";

/**
 * Qualification requirements as Kisälli keeps them, whatever shape the national file had
 * (finland.md §1.7). Codes are the national ones; a `key` is unique among its siblings and stays
 * the same from one import to the next, so that two versions can be compared.
 */
export type Framework = {
  /** Register number, else the number of the file's own qualification: "peruste:7614470". */
  readonly key: string;
  /** Diaarinumero, "OPH-5410-2021" or older "43/011/2014". */
  readonly registerNumber: string | null;
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly kind: FrameworkKind;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Last day a student who started earlier may finish by these requirements. */
  readonly transitionEndsOn: string | null;
  readonly decidedOn: string | null;
  /** Register numbers of the regulations this one replaces. */
  readonly replaces: readonly string[];
  readonly competenceAreas: readonly NamedCode[];
  readonly qualificationTitles: readonly NamedCode[];
  readonly pathways: readonly Pathway[];
  readonly units: readonly Unit[];
  /** Generic scales, each once however many units refer to it. */
  readonly scales: readonly Scale[];
};

export const FRAMEWORK_KINDS = [
  "initial",
  "further",
  "specialist",
  "telma",
  "valma",
  "tuva",
  "other",
] as const;
export type FrameworkKind = (typeof FRAMEWORK_KINDS)[number];

export type NamedCode = { readonly code: string; readonly name: LocalisedText };

/** Suoritustapa: one way to complete the qualification. Before 2018 there could be two over the same units. */
export type Pathway = {
  readonly code: string;
  readonly references: readonly UnitReference[];
  readonly rules: RuleGroup | null;
};

export type UnitReference = {
  readonly reference: string;
  /** Null when the unit is not in the file. */
  readonly unitCode: string | null;
  readonly points: number | null;
};

export type Range = { readonly min: number | null; readonly max: number | null };

export const RULE_ROLES = [
  "defined",
  "undefined",
  "competence_area",
  "qualification_title",
  "external",
] as const;
export type RuleRole = (typeof RULE_ROLES)[number];

/** A node of the rule tree: how many points or units of its parts are needed. */
export type RuleGroup = {
  readonly kind: "group";
  readonly role: RuleRole | null;
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly points: Range | null;
  readonly unitCount: Range | null;
  /** The competence area or qualification title the node stands for. */
  readonly code: string | null;
  readonly parts: readonly RuleNode[];
};

export type RuleUnit = {
  readonly kind: "unit";
  readonly reference: string;
  readonly unitCode: string | null;
  readonly compulsory: boolean;
};

export type RuleNode = RuleGroup | RuleUnit;

export const UNIT_KINDS = ["vocational", "common", "other"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_STATES = ["published", "draft", "deleted", "unknown"] as const;
export type UnitState = (typeof UNIT_STATES)[number];

export type Unit = {
  /** "tutkinnonosat_106945"; the stable key of a unit in every national system. */
  readonly code: string;
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly kind: UnitKind;
  readonly state: UnitState;
  /** One per pathway that has the unit; null = the file gives no points. */
  readonly points: readonly { readonly pathway: string; readonly points: number | null }[];
  /** How competence is shown (ammattitaidon osoittamistavat). */
  readonly demonstration: LocalisedText;
  /** The older shape tells the requirements as one text beside the assessment targets. */
  readonly requirementText: LocalisedText;
  readonly groups: readonly RequirementGroup[];
  readonly scale: string | null;
  readonly subAreas: readonly SubArea[];
};

export type RequirementGroup = {
  readonly title: LocalisedText;
  /** "ammattitaitovaatimukset_4281" where the older shape codes the group. */
  readonly code: string | null;
  readonly requirements: readonly Requirement[];
};

export type Requirement = {
  /** The code where there is one, else unit code and the text's own identifier, else a hash of the text. */
  readonly key: string;
  readonly code: string | null;
  /** What the sentence begins with: "Opiskelija". */
  readonly lead: LocalisedText;
  readonly text: LocalisedText;
  /** Only in the older shape; in the current one the unit's generic scale holds for all. */
  readonly levels: readonly Level[];
};

/** A level's code: "1".."5" (or "0".."3" before 2018), "pass" or "fail", else the file's own. */
export type Level = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly criteria: readonly Criterion[];
};

export type Criterion = { readonly key: string; readonly text: LocalisedText };

export type Scale = {
  readonly key: string;
  readonly name: LocalisedText;
  readonly lead: LocalisedText;
  readonly levels: readonly Level[];
  /** Whether a unit uses it, or only sub-areas do. */
  readonly ofUnits: boolean;
};

/** Osa-alue of a common unit. */
export type SubArea = {
  readonly key: string;
  readonly code: string | null;
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly objectives: readonly ObjectiveSet[];
  readonly scale: string | null;
};

/** Osaamistavoitteet of a sub-area: the compulsory or the optional ones, with their points. */
export type ObjectiveSet = {
  readonly name: LocalisedText;
  readonly compulsory: boolean;
  readonly points: number | null;
  readonly text: LocalisedText;
  readonly groups: readonly RequirementGroup[];
};
