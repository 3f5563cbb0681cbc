import { note } from "../placements/placement-draft.ts";
import { heating, shared, water } from "../requirements.ts";

/** LVI-Niemi, Kauppakatu site, in Finnish. */
export const niemiDays = [
  note(
    "pipe-runs",
    [shared.usesProtection, shared.keepsOrder],
    "Perehdytys työmaalla. Kävimme läpi kulkureitit, sammuttimet ja mihin mikäkin jäte menee. Loppupäivän kannoin putkea toiseen kerrokseen.",
  ),
  note(
    "pipe-runs",
    [heating.readsDrawings],
    "Luin ensimmäisen kerran oikeaa lämpöpiirustusta. Linjan väri ja numero auttavat. Merkitsin reitin liidulla seinään.",
  ),
  note(
    "pipe-runs",
    [heating.fixesPipes],
    "Mittasin ja porasin kannakkeita kaksikymmentä kappaletta. Kolme meni vinoon ja tein ne uudestaan.",
    { teacher: "Poran kanssa kädet väsyvät iltapäivällä. Voiko siihen tottua?" },
  ),
  note(
    "joints",
    [heating.joinsCopper],
    "Katkoin putkea ja poistin jäysteet. Puristin ensimmäiset liitokset harjoituspaloihin, ja ne tarkastettiin yhdessä.",
  ),
  note(
    "pipe-runs joints",
    [heating.fixesPipes, heating.joinsCopper],
    "Tein nousulinjan B-rapussa parin kanssa. Minä kiinnitin, pari puristi. Iltapäivällä vaihdoimme.",
  ),
  note(
    "pressure-tests",
    [heating.testsPressure],
    "Katsoin painekokeen alusta loppuun. Täyttö, ilmaus, odotus ja pöytäkirja. Paine pysyi.",
  ),
  note(
    "valve-calls",
    [heating.connectsRadiators, shared.servesCustomer],
    "Keikalla vanhassa talossa. Vaihdoimme kaksi patteritermostaattia, ja asukas tarjosi kahvit.",
    { minutes: 480 },
  ),
  note(
    "joints",
    [heating.joinsCopper, heating.worksHotTools],
    "Juotin kulmaliitoksia penkillä. Ennen sitä katsoimme tulityöluvan ja paikan, jossa vartioidaan jälkeenpäin.",
  ),
  note(
    "pipe-runs",
    [shared.keepsOrder],
    "Siivouspäivä: kulkutiet auki, putket telineeseen ja pahvit puristimeen. Laskin työkalut, yksi leikkuri oli hukassa ja löytyi C-rapusta.",
  ),
  note(
    "pipe-runs",
    [heating.readsDrawings, heating.fixesPipes],
    "Sain oman käytävän. Mittasin, kannakoin ja vedin linjan itse. Korko heitti puoli senttiä yhdessä kohdassa, korjasin sen ennen ruokaa.",
  ),
  note(
    "pressure-tests",
    [heating.testsPressure],
    "Tein painekokeen itse ja ohjaaja katsoi. Kirjasin alun, lopun ja paineen. Yksi liitos tihkui ja kiristin sen.",
  ),
  note(
    "bathroom",
    [heating.connectsRadiators],
    "Asensin kylpyhuoneen kuivauspatterin. Vaakasuora löytyi vasta kolmannella.",
  ),
  note(
    "hand-over",
    [heating.handsOver, shared.servesCustomer],
    "Olin mukana, kun asunto luovutettiin. Näytin asukkaalle, miten termostaatti säädetään. Jännitti vähän, mutta meni hyvin.",
  ),
  note(
    "pipe-runs joints",
    [heating.fixesPipes, heating.joinsCopper],
    "Koko päivä samaa linjaa. Nyt liitos menee paikoilleen kerralla, eikä kukaan enää tarkista jokaista.",
  ),
] as const;

/** Kiinteistöhuolto Karhu, in Finnish. */
export const karhuDays = [
  note(
    "rounds",
    [shared.plansDay, shared.keepsOrder],
    "Ensimmäinen viikkokierros huoltoauton kyydissä. Kuusi taloa ja paljon avaimia. Opin, missä mikin pääsulku on.",
  ),
  note(
    "taps",
    [water.mountsFixtures],
    "Vaihdettiin keittiöhana. Minä suljin veden ja purin vanhan, ohjaaja asensi uuden ja selitti samalla.",
  ),
  note(
    "radiators",
    [heating.connectsRadiators],
    "Ilmasin pattereita koko talossa. Kolmannessa kerroksessa oli eniten ilmaa.",
  ),
  note(
    "leaks",
    [water.findsLeak],
    "Vuotokeikka pesutuvassa. Ensin vesi kiinni, sitten vasta etsittiin. Syy oli letkun tiiviste.",
  ),
  note(
    "drains",
    [water.findsLeak],
    "Puhdistin viisi lattiakaivoa. Ei mukavin työ, mutta nyt tiedän, miltä vesilukko näyttää sisältä.",
  ),
  note(
    "rounds",
    [water.documentsWork],
    "Kirjasin kierroksen mittarilukemat puhelimella. Yhdessä talossa kulutus oli tuplaantunut ja ilmoitin siitä.",
    { teacher: "Sain kehut siitä, että huomasin sen itse." },
  ),
  note(
    "taps",
    [water.mountsFixtures, shared.servesCustomer],
    "Vaihdoin hanan itse alusta loppuun. Asukas kysyi, kuinka vanha olen.",
  ),
  note(
    "radiators",
    [heating.balancesNetwork],
    "Mittasimme lämpötiloja kahdeksasta asunnosta ja säädimme venttiilit. Iltapäivällä ero oli enää yksi aste.",
  ),
  note(
    "leaks",
    [water.findsLeak, water.protectsStructures],
    "Kuivaajat paikoilleen kylpyhuoneeseen. Opin mittaamaan kosteuden seinästä.",
  ),
  note(
    "drains",
    [water.findsLeak],
    "Tukos keittiön viemärissä. Sain sen auki rassilla, eikä putkea tarvinnut purkaa.",
  ),
  note(
    "rounds",
    [shared.plansDay],
    "Suunnittelin kierroksen reitin itse. Säästyi puoli tuntia ajoa.",
  ),
  note(
    "taps",
    [water.mountsFixtures],
    "Pesuallas ja vesilukko uuteen paikkaan. Siistein työni tähän mennessä.",
  ),
] as const;
