import { type ExpectedCase, MONDAY, SEVENTEEN } from "./expected-case.ts";

const fifteen = "2010-12-15";
const training = { basis: "training-agreement", on: MONDAY } as const;
const SIXTEENTH = "2026-12-15";

export const WORK_CASES: readonly ExpectedCase[] = [
  {
    what: "26: chainsaw at 15",
    birth: fifteen,
    ...training,
    tasks: ["chainsaw"],
    expected: ["D8 forbidden"],
  },
  {
    what: "27: chainsaw on the 16th birthday, notice made",
    birth: fifteen,
    ...training,
    on: SIXTEENTH,
    tasks: ["chainsaw"],
    facts: ["notice-made"],
    expected: ["D7 information", "D11 information"],
  },
  {
    what: "28: the same without a notice",
    birth: fifteen,
    ...training,
    on: SIXTEENTH,
    tasks: ["chainsaw"],
    expected: ["D9 needs-notice", "D7 information", "D11 information"],
  },
  {
    what: "29: band saw at school at 15, a teacher leads",
    birth: fifteen,
    basis: "school",
    on: MONDAY,
    tasks: ["band-saw"],
    facts: ["teacher-led"],
    expected: ["D2 information"],
  },
  {
    what: "30: high-lift forklift, notice but no employer's permit",
    birth: SEVENTEEN,
    ...training,
    tasks: ["forklift-high-lift"],
    facts: ["notice-made", "guardian-told"],
    expected: ["K7 limit", "D7 information"],
  },
  {
    what: "31: slow low-lift truck",
    birth: SEVENTEEN,
    ...training,
    tasks: ["forklift-low-lift"],
    expected: ["L2 information"],
  },
  {
    what: "32: psychiatric ward, account of supervision attached",
    birth: SEVENTEEN,
    ...training,
    tasks: ["psychiatric-care"],
    facts: ["supervision-account"],
    expected: ["D4 information"],
  },
  {
    what: "33: the same, account missing",
    birth: SEVENTEEN,
    ...training,
    tasks: ["psychiatric-care"],
    expected: ["D4 forbidden"],
  },
  {
    what: "34: home care alone, danger of violence known",
    birth: SEVENTEEN,
    ...training,
    tasks: ["alone-violence"],
    expected: ["D3 forbidden"],
  },
  {
    what: "35: serves beer, a named manager beside",
    birth: SEVENTEEN,
    ...training,
    tasks: ["alcohol-service"],
    facts: ["supervised"],
    expected: ["F6 information"],
  },
  {
    what: "36: serves beer at 15",
    birth: fifteen,
    ...training,
    tasks: ["alcohol-service"],
    expected: ["F6 forbidden"],
  },
  {
    what: "37: slicer without a notice",
    birth: SEVENTEEN,
    ...training,
    tasks: ["slicer"],
    expected: ["F1 needs-notice"],
  },
  {
    what: "40: chainsaw, 18 today",
    birth: "2008-11-23",
    ...training,
    tasks: ["chainsaw"],
    facts: ["notice-made"],
    expected: [],
  },
];
