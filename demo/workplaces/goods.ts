import { joinery, shared, warehouse } from "../requirements.ts";
import type { WorkplaceDraft } from "./workplace-draft.ts";

export const lind: WorkplaceDraft = {
  key: "lind",
  employer: "lind",
  name: "Veistämö Lind",
  trade: "wood",
  street: "Verstaspolku 2",
  postalCode: "59992",
  town: "Saimaanranta",
  about: {
    fi: "Puusepänverstas: ovia, kaappeja ja veneiden sisustuksia.",
    sv: "Ett snickeri: dörrar, skåp och inredning till båtar.",
    en: "A joinery: doors, cabinets and boat interiors.",
  },
  capacity: 3,
  tasks: {
    cutting: { fi: "Katkonta ja höyläys", sv: "Kapning och hyvling", en: "Cutting and planing" },
    joints: { fi: "Liitokset", sv: "Fogar", en: "Joints" },
    assembly: { fi: "Kokoaminen", sv: "Montering", en: "Assembly" },
    finishing: {
      fi: "Hionta ja pintakäsittely",
      sv: "Slipning och ytbehandling",
      en: "Sanding and finishing",
    },
    fitting: {
      fi: "Asennus asiakkaalla",
      sv: "Montering hos kunden",
      en: "Fitting at the customer's",
    },
    tools: { fi: "Koneiden huolto", sv: "Skötsel av maskiner", en: "Care of machines" },
  },
  grid: [
    [joinery.readsWorkDrawing, "d-d-h-"],
    [joinery.choosesWood, "d-----"],
    [joinery.machinesWood, "dh----"],
    [joinery.makesJoints, "-d----"],
    [joinery.assembles, "--d-h-"],
    [joinery.finishesSurface, "---d--"],
    [joinery.caresTools, "h----d"],
    [shared.keepsOrder, "dddd-d"],
    [shared.usesProtection, "d--d-d"],
    [shared.servesCustomer, "----d-"],
  ],
};

export const varasto: WorkplaceDraft = {
  key: "varasto",
  employer: "varasto",
  name: "Saimaan Varasto",
  trade: "logistics",
  street: "Satamatie 21",
  postalCode: "59992",
  town: "Saimaanranta",
  about: {
    fi: "Varasto, josta lähtee päivässä 400 tilausta kauppoihin.",
    sv: "Ett lager som sänder 400 beställningar om dagen till butiker.",
    en: "A warehouse that sends 400 orders a day to shops.",
  },
  capacity: 4,
  tasks: {
    dock: {
      fi: "Vastaanotto laiturilla",
      sv: "Mottagning på bryggan",
      en: "Receiving at the dock",
    },
    shelves: { fi: "Hyllytys", sv: "Inlagring", en: "Shelving" },
    picking: { fi: "Keräily", sv: "Plockning", en: "Picking" },
    packing: { fi: "Pakkaus", sv: "Packning", en: "Packing" },
    loading: { fi: "Kuormaus", sv: "Lastning", en: "Loading" },
    forklift: { fi: "Trukkityö", sv: "Truckarbete", en: "Forklift work" },
    counting: { fi: "Inventointi", sv: "Inventering", en: "Stocktaking" },
  },
  grid: [
    [warehouse.receives, "d----h-"],
    [warehouse.stores, "-d---h-"],
    [warehouse.picks, "--d----"],
    [warehouse.packs, "---d---"],
    [warehouse.loads, "----dh-"],
    [warehouse.drivesTruck, "-----h-"],
    [warehouse.countsStock, "-h----d"],
    [shared.keepsTimes, "d-d-d--"],
    [shared.keepsOrder, "ddddd--"],
    [shared.sortsWaste, "---d---"],
  ],
};
