import { electrical, shared, vehicle } from "../requirements.ts";
import type { WorkplaceDraft } from "./workplace-draft.ts";

export const timonen: WorkplaceDraft = {
  key: "timonen",
  employer: "timonen",
  name: "Sähkö-Timonen",
  trade: "electrical",
  street: "Teollisuuskatu 8",
  postalCode: "59991",
  town: "Saimaanranta",
  about: {
    fi: "Kerrostalojen ja omakotitalojen sähkötyöt.",
    sv: "Elarbeten i flervåningshus och egnahemshus.",
    en: "Electrical work in blocks of flats and houses.",
  },
  capacity: 3,
  tasks: {
    cabling: { fi: "Kaapelointi", sv: "Kabeldragning", en: "Cabling" },
    sockets: {
      fi: "Pistorasiat ja kytkimet",
      sv: "Uttag och strömbrytare",
      en: "Sockets and switches",
    },
    lights: { fi: "Valaisimet", sv: "Armaturer", en: "Lights" },
    boards: { fi: "Ryhmäkeskukset", sv: "Gruppcentraler", en: "Distribution boards" },
    testing: { fi: "Mittaukset", sv: "Mätningar", en: "Testing" },
    "service-calls": { fi: "Vikakeikat", sv: "Feljobb", en: "Fault calls" },
  },
  grid: [
    [electrical.readsElectrical, "dd-h--"],
    [electrical.worksDead, "---ddh"],
    [electrical.pullsCables, "d-----"],
    [electrical.fitsSocketsAndLights, "-dd---"],
    [electrical.wiresBoard, "---h--"],
    [electrical.testsInstallation, "----hh"],
    [electrical.documentsElectrical, "---hd-"],
    [shared.keepsOrder, "ddd---"],
    [shared.usesProtection, "d--d--"],
    [shared.servesCustomer, "--h--d"],
  ],
};

export const aalto: WorkplaceDraft = {
  key: "aalto",
  employer: "aalto",
  name: "Autohuolto Aalto",
  trade: "vehicle",
  street: "Korjaamontie 5",
  postalCode: "59991",
  town: "Saimaanranta",
  about: {
    fi: "Korjaamo, jossa on neljä nosturia ja kaikki merkit.",
    sv: "En verkstad med fyra lyftar och alla bilmärken.",
    en: "A garage with four lifts and all makes of car.",
  },
  capacity: 3,
  tasks: {
    services: { fi: "Määräaikaishuollot", sv: "Periodisk service", en: "Scheduled services" },
    tyres: { fi: "Renkaat", sv: "Däck", en: "Tyres" },
    brakes: { fi: "Jarrut", sv: "Bromsar", en: "Brakes" },
    diagnosis: { fi: "Vianhaku testerillä", sv: "Felsökning med tester", en: "Fault finding" },
    reception: {
      fi: "Vastaanotto ja luovutus",
      sv: "Mottagning och överlåtelse",
      en: "Front desk",
    },
  },
  grid: [
    [vehicle.readsJobOrder, "dhd-d"],
    [vehicle.liftsSafely, "ddd--"],
    [vehicle.servicesEngine, "d----"],
    [vehicle.servicesBrakes, "--d--"],
    [vehicle.changesTyres, "-d---"],
    [vehicle.findsFault, "---h-"],
    [vehicle.handsOverCar, "h---h"],
    [shared.keepsOrder, "ddd--"],
    [shared.sortsWaste, "dd---"],
    [shared.servesCustomer, "-h--d"],
  ],
};
