/** Codes of the units and requirements in qualification.json, named so that the story can be read. */

export const shared = {
  unit: "tutkinnonosat_990101",
  keepsTimes: "ammattitaitovaatimukset_990101",
  plansDay: "ammattitaitovaatimukset_990102",
  keepsOrder: "ammattitaitovaatimukset_990103",
  usesProtection: "ammattitaitovaatimukset_990104",
  sortsWaste: "ammattitaitovaatimukset_990105",
  asksAndListens: "ammattitaitovaatimukset_990106",
  servesCustomer: "ammattitaitovaatimukset_990107",
} as const;

export const heating = {
  unit: "tutkinnonosat_990102",
  readsDrawings: "ammattitaitovaatimukset_990201",
  worksHotTools: "ammattitaitovaatimukset_990202",
  fixesPipes: "ammattitaitovaatimukset_990203",
  joinsCopper: "ammattitaitovaatimukset_990204",
  connectsRadiators: "ammattitaitovaatimukset_990205",
  testsPressure: "ammattitaitovaatimukset_990206",
  balancesNetwork: "ammattitaitovaatimukset_990207",
  handsOver: "ammattitaitovaatimukset_990208",
} as const;

export const water = {
  unit: "tutkinnonosat_990103",
  installsWater: "ammattitaitovaatimukset_990301",
  installsSewer: "ammattitaitovaatimukset_990302",
  mountsFixtures: "ammattitaitovaatimukset_990303",
  findsLeak: "ammattitaitovaatimukset_990304",
  protectsStructures: "ammattitaitovaatimukset_990305",
  documentsWork: "ammattitaitovaatimukset_990306",
} as const;

export const cafe = {
  unit: "tutkinnonosat_990104",
  bakes: "ammattitaitovaatimukset_990401",
  fillsCounter: "ammattitaitovaatimukset_990402",
  makesDrinks: "ammattitaitovaatimukset_990403",
  servesCounter: "ammattitaitovaatimukset_990404",
  usesTill: "ammattitaitovaatimukset_990405",
  followsSelfCheck: "ammattitaitovaatimukset_990406",
  cleansKitchen: "ammattitaitovaatimukset_990407",
} as const;

export const kitchen = {
  unit: "tutkinnonosat_990105",
  prepares: "ammattitaitovaatimukset_990501",
  receivesGoods: "ammattitaitovaatimukset_990502",
  cooksLunch: "ammattitaitovaatimukset_990503",
  cooksDiets: "ammattitaitovaatimukset_990504",
  plates: "ammattitaitovaatimukset_990505",
  servesTable: "ammattitaitovaatimukset_990506",
  keepsKitchenSafe: "ammattitaitovaatimukset_990507",
} as const;

export const care = {
  unit: "tutkinnonosat_990106",
  meetsResident: "ammattitaitovaatimukset_990601",
  supportsActivity: "ammattitaitovaatimukset_990602",
  givesMorningCare: "ammattitaitovaatimukset_990603",
  helpsMeals: "ammattitaitovaatimukset_990604",
  movesSafely: "ammattitaitovaatimukset_990605",
  preventsInfection: "ammattitaitovaatimukset_990606",
  assistsMedicine: "ammattitaitovaatimukset_990607",
  recordsCare: "ammattitaitovaatimukset_990608",
} as const;

export const warehouse = {
  unit: "tutkinnonosat_990107",
  receives: "ammattitaitovaatimukset_990701",
  stores: "ammattitaitovaatimukset_990702",
  picks: "ammattitaitovaatimukset_990703",
  packs: "ammattitaitovaatimukset_990704",
  loads: "ammattitaitovaatimukset_990705",
  drivesTruck: "ammattitaitovaatimukset_990706",
  countsStock: "ammattitaitovaatimukset_990707",
} as const;

export const joinery = {
  unit: "tutkinnonosat_990108",
  readsWorkDrawing: "ammattitaitovaatimukset_990801",
  choosesWood: "ammattitaitovaatimukset_990802",
  machinesWood: "ammattitaitovaatimukset_990803",
  makesJoints: "ammattitaitovaatimukset_990804",
  assembles: "ammattitaitovaatimukset_990805",
  finishesSurface: "ammattitaitovaatimukset_990806",
  caresTools: "ammattitaitovaatimukset_990807",
} as const;

export const vehicle = {
  unit: "tutkinnonosat_990109",
  readsJobOrder: "ammattitaitovaatimukset_990901",
  liftsSafely: "ammattitaitovaatimukset_990902",
  servicesEngine: "ammattitaitovaatimukset_990903",
  servicesBrakes: "ammattitaitovaatimukset_990904",
  changesTyres: "ammattitaitovaatimukset_990905",
  findsFault: "ammattitaitovaatimukset_990906",
  handsOverCar: "ammattitaitovaatimukset_990907",
} as const;

export const electrical = {
  unit: "tutkinnonosat_990110",
  readsElectrical: "ammattitaitovaatimukset_991001",
  worksDead: "ammattitaitovaatimukset_991002",
  pullsCables: "ammattitaitovaatimukset_991003",
  fitsSocketsAndLights: "ammattitaitovaatimukset_991004",
  wiresBoard: "ammattitaitovaatimukset_991005",
  testsInstallation: "ammattitaitovaatimukset_991006",
  documentsElectrical: "ammattitaitovaatimukset_991007",
} as const;

export const hair = {
  unit: "tutkinnonosat_990111",
  consults: "ammattitaitovaatimukset_991101",
  books: "ammattitaitovaatimukset_991102",
  washes: "ammattitaitovaatimukset_991103",
  cuts: "ammattitaitovaatimukset_991104",
  colours: "ammattitaitovaatimukset_991105",
  styles: "ammattitaitovaatimukset_991106",
  keepsSalonSafe: "ammattitaitovaatimukset_991107",
} as const;
