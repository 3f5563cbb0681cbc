import { currentFile, type Json, student, text } from "./sample-files.ts";

/** The older shape: assessment targets with criteria by level, levels given by number only. */
export function olderFile(): { [key: string]: Json } {
  return {
    ...currentFile(),
    diaarinumero: "43/011/2014",
    koulutustyyppi: "koulutustyyppi_11",
    suoritustavat: ["ops", "naytto"].map(pathway),
    tutkinnonOsat: [
      {
        id: 21,
        tila: "valmis",
        tyyppi: "normaali",
        koodiUri: "tutkinnonosat_9921",
        nimi: text("Vanha osa", "Gammal del"),
        ammattitaitovaatimukset: text(
          "<p>Opiskelija osaa</p><ul><li>mitata</li><li>leikata</li></ul>",
        ),
        ammattitaitovaatimukset2019: { kohde: null, vaatimukset: [], kohdealueet: [] },
        arviointi: {
          arvioinninKohdealueet: [
            {
              otsikko: text("Työprosessi"),
              arvioinninKohteet: [target("Suunnittelu"), target("Toteutus")],
            },
            {
              otsikko: text("Mittaa ja leikkaa"),
              koodi: { uri: "ammattitaitovaatimukset_4281" },
              arvioinninKohteet: [untitledTarget()],
            },
          ],
        },
        osaAlueet: [subArea()],
      },
    ],
  };
}

function pathway(suoritustapakoodi: string): Json {
  return {
    suoritustapakoodi,
    tutkinnonOsaViitteet: [
      { id: 601, _tutkinnonOsa: "21", laajuus: suoritustapakoodi === "ops" ? 30 : null },
    ],
    rakenne: {
      rooli: null,
      osat: [],
      muodostumisSaanto: { koko: { minimi: 3, maksimi: 3 }, laajuus: null },
    },
  };
}

function target(fi: string): Json {
  const level = (number: string, ...kriteerit: Json[]): Json => ({
    _osaamistaso: number,
    osaamistaso: null,
    kriteerit,
  });
  return {
    otsikko: text(fi, `${fi} sv`),
    selite: student(),
    _arviointiAsteikko: "3",
    osaamistasonKriteerit: [
      level("7", text("suunnittelee työn", "planerar", "plans")),
      level("8"),
      level("5", text(`suunnittelee ohjatusti ${fi}`)),
    ],
  };
}

/** A further qualification's: called by its area, passed or not. */
function untitledTarget(): Json {
  return {
    otsikko: null,
    selite: student(),
    osaamistasonKriteerit: [
      { _osaamistaso: "1", osaamistaso: null, kriteerit: [text("mittaa oikein")] },
    ],
  };
}

function subArea(): Json {
  const areas = [{ otsikko: text("automaattinen"), arvioinninKohteet: [target("Kirjoittaminen")] }];
  return {
    nimi: text("Kieli"),
    tyyppi: "osaalue2014",
    koodi: null,
    osaamistavoitteet: [
      {
        pakollinen: true,
        laajuus: 5,
        tavoitteet: text("<p>osaa viestiä</p>"),
        arviointi: { arvioinninKohdealueet: areas },
      },
    ],
  };
}
