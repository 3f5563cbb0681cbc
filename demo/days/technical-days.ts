import { note } from "../placements/placement-draft.ts";
import { electrical, shared, vehicle } from "../requirements.ts";

/** Sähkö-Timonen, in Finnish. */
export const timonenDays = [
  note(
    "cabling",
    [shared.usesProtection],
    "Perehdytys ja turvallisuus. Keskukselle en koske ilman ohjaajaa, se sanottiin kolme kertaa ja kirjoitettiin paperille.",
  ),
  note(
    "cabling",
    [electrical.readsElectrical],
    "Merkitsin rasioiden paikat kahden huoneen seiniin. Korko mitataan valmiista lattiasta, ei betonista.",
  ),
  note(
    "cabling",
    [electrical.pullsCables],
    "Vedettiin kaapelia hyllylle. Kaksi vetää, yksi syöttää. Taivutus ei saa olla jyrkkä.",
  ),
  note(
    "sockets",
    [electrical.fitsSocketsAndLights],
    "Kytkin kymmenen pistorasiaa. Ohjaaja avasi niistä kaksi ja tarkisti, molemmat olivat hyvät.",
  ),
  note(
    "lights",
    [electrical.fitsSocketsAndLights],
    "Porrashuoneen valaisimet vaihtoon. Työ tehdään jännitteettömänä ja se todetaan mittaamalla, vaikka kytkin on pois.",
  ),
  note(
    "boards",
    [electrical.worksDead],
    "Erotin, lukitsin ja mittasin ohjaajan kanssa. Avain on omassa taskussa niin kauan kuin työ kestää.",
  ),
  note(
    "sockets",
    [electrical.fitsSocketsAndLights, electrical.readsElectrical],
    "Koko asunnon pistorasiat ja kytkimet. Yksi kytkin meni väärään kohtaan, kun luin piirustusta väärin päin.",
    { teacher: "Haluaisin harjoitella piirustusten lukemista lisää koulullakin." },
  ),
  note(
    "service-calls",
    [shared.servesCustomer],
    "Vikakeikalla: liesi ei toiminut. Vika oli sulakkeessa, mutta selvitettiin silti, miksi se paloi.",
  ),
  note(
    "testing",
    [electrical.testsInstallation],
    "Mittasin eristysvastukset ohjaajan vieressä. Nyt ymmärrän, miksi laitteet irrotetaan ensin.",
  ),
  note(
    "cabling",
    [electrical.pullsCables],
    "Tein kaapelihyllyn käytävään yhdessä toisen opiskelijan kanssa. 40 metriä ja suorassa.",
  ),
  note(
    "testing",
    [electrical.documentsElectrical],
    "Täytin pöytäkirjaa samalla kun ohjaaja mittasi. Huomasin, että yhden ryhmän arvo puuttui.",
  ),
  note(
    "boards",
    [electrical.wiresBoard],
    "Kytkin ryhmäkeskuksen ensimmäiset johdonsuojat valvottuna. Momenttiavain naksahtaa, kun riittää.",
    { minutes: 480 },
  ),
] as const;

/** Autohuolto Aalto, in Finnish. */
export const aaltoDays = [
  note(
    "services",
    [shared.keepsOrder, vehicle.liftsSafely],
    "Ensimmäinen päivä. Nosturin käyttö, jäteöljyt ja silmähuuhtelu. Auton saa nostaa vasta kun joku on katsonut nostokohdat.",
  ),
  note(
    "tyres",
    [vehicle.changesTyres],
    "Renkaita koko päivä. Kahdeksan autoa, mutterit kiristetään ristiin ja momenttiin.",
  ),
  note(
    "services",
    [vehicle.readsJobOrder, vehicle.servicesEngine],
    "Öljynvaihto ohjaajan kanssa. Hain öljyn määrän ja laadun valmistajan ohjeesta, enkä arvannut.",
  ),
  note(
    "tyres",
    [vehicle.changesTyres],
    "Tasapainotin renkaita. Kone kertoo, mutta paino pitää osata laittaa oikealle puolelle.",
  ),
  note(
    "brakes",
    [vehicle.servicesBrakes],
    "Purettiin etujarrut. Mittasin levyt ja kirjoitin luvut työmääräykseen.",
  ),
  note(
    "services",
    [vehicle.servicesEngine],
    "Kaksi huoltoa itse, ohjaaja kävi katsomassa ennen kuin auto laskettiin alas.",
  ),
  note(
    "diagnosis",
    [vehicle.findsFault],
    "Moottorin vikavalo. Testeri antoi koodin, mutta vika löytyi vasta mittaamalla: anturin johto poikki.",
    { teacher: "Tämä oli paras päivä. Haluan oppia mittaamista lisää." },
  ),
  note(
    "brakes",
    [vehicle.servicesBrakes, vehicle.liftsSafely],
    "Vaihdoin takajarrujen palat. Yksi ruuvi oli juuttunut ja pyysin apua ajoissa.",
  ),
  note(
    "reception",
    [shared.servesCustomer, vehicle.handsOverCar],
    "Olin vastaanotossa. Kirjasin kolme autoa sisään ja selitin yhdelle asiakkaalle, mitä huollossa tehdään.",
  ),
  note(
    "services",
    [shared.sortsWaste],
    "Öljynerottimen tarkistus ja jätteiden lajittelu. Opin, miksi jarrunesteelle on oma astia.",
  ),
  note(
    "services",
    [vehicle.servicesEngine, vehicle.handsOverCar],
    "Iso huolto alusta loppuun. Koeajo ohjaajan kanssa ja työmääräys kuitattu omalla nimellä.",
    { minutes: 480 },
  ),
  note(
    "tyres",
    [vehicle.changesTyres],
    "Paikkasin renkaan ja tarkistin vuodon vedellä. Piti kerralla.",
  ),
] as const;
