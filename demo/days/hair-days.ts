import { note } from "../placements/placement-draft.ts";
import { hair, shared } from "../requirements.ts";

/** Kampaamo Saga, in Finnish. */
export const sagaDays = [
  note(
    "tools",
    [hair.keepsSalonSafe],
    "Ensimmäinen päivä. Opin välineiden puhdistuksen ja mistä löytyvät käsineet. Lakaisin lattiaa varmaan sata kertaa.",
  ),
  note(
    "reception",
    [shared.servesCustomer],
    "Otin asiakkaita vastaan ja keitin kahvia. Puhelimeen vastasin ruotsiksi, ja se onnistui.",
  ),
  note(
    "washing",
    [hair.washes],
    "Pesin yhdeksät hiukset. Veden lämpö kysytään aina, vaikka se tuntuisi itsestä hyvältä.",
  ),
  note(
    "washing",
    [hair.washes, shared.asksAndListens],
    "Päähieronta: Saga näytti rytmin omalla päälläni. Asiakas melkein nukahti.",
  ),
  note("drying", [hair.styles], "Föönausta harjalla koko iltapäivä. Takaosa on vaikein."),
  note(
    "reception",
    [hair.books],
    "Varasin ajat itse. Väriin pitää jättää puoli tuntia enemmän kuin luulin.",
  ),
  note(
    "colouring",
    [hair.colours],
    "Sekoitin ensimmäisen värin. Suhde punnitaan, ei arvata. Kirjasin sen asiakaskorttiin.",
    { teacher: "Allergioista puhuminen on vaikeaa, jos asiakas on kiireinen." },
  ),
  note(
    "cutting",
    [hair.consults],
    "Kuuntelin kolme asiakasanalyysiä ja tein yhden itse. Toistin toiveen omin sanoin, kuten neuvottiin.",
  ),
  note("cutting", [hair.cuts], "Otsatukka mallille, Saga vieressä. Jakaukset puhtaiksi ensin."),
  note(
    "tools",
    [hair.keepsSalonSafe],
    "Sakset desinfioin jokaisen asiakkaan jälkeen muistuttamatta. Hyllyn kemikaalit järjestin ja merkitsin.",
  ),
  note(
    "cutting",
    [hair.cuts],
    "Tasapitkä leikkaus alusta loppuun. Toinen puoli oli hitusen pidempi, huomasin sen itse.",
  ),
  note("drying", [hair.styles], "Viimeistely ja kotihoito-ohje. Asiakas osti suositukseni."),
] as const;
