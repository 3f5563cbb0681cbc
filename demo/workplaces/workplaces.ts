import type { Employer, Workplace } from "../story-types.ts";
import { karhu, niemi } from "./building.ts";
import { kanerva, kotiranta, tuomi } from "./care.ts";
import { lind, varasto } from "./goods.ts";
import { lehto, rantapuisto, saga } from "./services.ts";
import { aalto, timonen } from "./technical.ts";
import { asWorkplace } from "./workplace-draft.ts";

export const employers: readonly Employer[] = [
  { key: "niemi", name: "LVI-Niemi Oy", businessId: "9900011-4" },
  { key: "karhu", name: "Kiinteistöhuolto Karhu Oy", businessId: "9900012-2" },
  { key: "timonen", name: "Sähkö-Timonen Tmi", businessId: "9900013-0" },
  { key: "aalto", name: "Autohuolto Aalto Oy", businessId: "9900014-9" },
  { key: "lind", name: "Veistämö Lind Ky", businessId: "9900015-7" },
  { key: "varasto", name: "Saimaan Varasto Oy", businessId: "9900016-5" },
  { key: "rantapuisto", name: "Kahvila Rantapuisto Oy", businessId: "9900017-3" },
  { key: "lehto", name: "Ravintola Lehto Oy", businessId: "9900018-1" },
  { key: "kanerva", name: "Hoitokoti Kanerva Oy", businessId: "9900020-2" },
  { key: "palvelukodit", name: "Rannan Palvelukodit Oy", businessId: "9900021-0" },
  { key: "saga", name: "Kampaamo Saga Tmi", businessId: "9900022-9" },
];

export const workplaceDrafts = [
  niemi,
  karhu,
  timonen,
  aalto,
  lind,
  varasto,
  rantapuisto,
  lehto,
  kanerva,
  tuomi,
  kotiranta,
  saga,
] as const;

export const workplaces: readonly Workplace[] = workplaceDrafts.map(asWorkplace);
