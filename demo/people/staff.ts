import type { Provider, Staff } from "../story-types.ts";

export const providers: readonly Provider[] = [
  {
    key: "saimaanranta",
    name: {
      fi: "Ammattiopisto Saimaanranta",
      sv: "Yrkesinstitutet Saimaanranta",
      en: "Saimaanranta Vocational College",
    },
    shortName: { fi: "Saimaanranta", sv: "Saimaanranta", en: "Saimaanranta" },
    businessId: "9900001-8",
    zone: "Europe/Helsinki",
    mailDomain: "saimaanranta.example.org",
  },
  {
    key: "kymenranta",
    name: {
      fi: "Ammattiopisto Kymenranta",
      sv: "Yrkesinstitutet Kymenranta",
      en: "Kymenranta Vocational College",
    },
    shortName: { fi: "Kymenranta", sv: "Kymenranta", en: "Kymenranta" },
    businessId: "9900002-6",
    zone: "Europe/Helsinki",
    mailDomain: "kymenranta.example.org",
  },
];

export const staff: readonly Staff[] = [
  { person: "sanna-heikkila", provider: "saimaanranta", roles: ["teacher"] },
  { person: "jari-makinen", provider: "saimaanranta", roles: ["coordinator"] },
  { person: "tuula-ranta", provider: "saimaanranta", roles: ["provider_admin"] },
  { person: "outi-mikkonen", provider: "saimaanranta", roles: ["desk_adviser"] },
  { person: "henrik-blom", provider: "kymenranta", roles: ["teacher"] },
  { person: "ulla-harju", provider: "kymenranta", roles: ["coordinator", "provider_admin"] },
];
