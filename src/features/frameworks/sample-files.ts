/**
 * Small files in the shapes of the national export, for tests. The shapes are the service's, every text is ours.
 * Each call makes a fresh object, so that a test may spoil it.
 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export function text(
  fi: string,
  sv?: string,
  en?: string,
  tunniste?: string,
): { [key: string]: Json } {
  return {
    fi,
    ...(sv === undefined ? {} : { sv }),
    ...(en === undefined ? {} : { en }),
    ...(tunniste === undefined ? {} : { _id: "1", _tunniste: tunniste }),
  };
}

export function student() {
  return text("Opiskelija", "Den studerande", "The student");
}
/** 1 August 2026 at midnight in Helsinki: in UTC it is still 31 July. */
const AUGUST_FIRST = 1_785_531_600_000;
/** 1 January 2027 at midnight in Helsinki, in winter time. */
const NEW_YEAR = 1_798_754_400_000;

function level(number: number, arvo: string, ...criteria: Json[]): Json {
  return {
    osaamistaso: {
      id: number,
      otsikko: text(`Taso ${arvo}`, `Nivå ${arvo}`, `Level ${arvo}`),
      koodi: { arvo, uri: `arviointiasteikkoammatillinen15_${arvo}` },
    },
    kriteerit: criteria,
  };
}

/** Levels out of order, as they are in real files; `turn` puts them in yet another order. */
function genericScale(turn = 0): Json {
  const levels = [
    level(7, "3", text("toimii omatoimisesti", "arbetar på egen hand", "works on own initiative")),
    level(
      5,
      "1",
      text("tarvitsee tukea", "behöver stöd", "needs support"),
      text("korjaa virheensä"),
    ),
    level(9, "5", text("kehittää työtä", "utvecklar arbetet", "develops the work")),
  ];
  return {
    id: 77,
    nimi: text("Yleinen asteikko"),
    kohde: student(),
    osaamistasonKriteerit: [...levels.slice(turn), ...levels.slice(0, turn)],
  };
}

function currentUnit(id: number, name: string, turn: number): { [key: string]: Json } {
  const statement = (fi: string, tunniste: string): Json => ({
    koodi: null,
    vaatimus: text(fi, `${fi} sv`, undefined, tunniste),
  });
  return {
    id,
    tila: "valmis",
    tyyppi: "normaali",
    koodiUri: `tutkinnonosat_99${id}`,
    nimi: text(name, `${name} sv`, `${name} en`),
    ammattitaidonOsoittamistavat: text("<p>Osoittaa työssä.</p><p>Täydentää&nbsp;koulussa.</p>"),
    ammattitaitovaatimukset: text("<dl><dt>Opiskelija</dt></dl>"),
    ammattitaitovaatimukset2019: {
      kohde: student(),
      vaatimukset: [],
      kohdealueet: [
        {
          kuvaus: text("Osaa valmistella", "Kan förbereda"),
          vaatimukset: [
            {
              koodi: { uri: `ammattitaitovaatimukset_${id}1`, nimi: text("lukee piirustukset") },
              vaatimus: text("lukee piirustukset", "läser ritningar", "reads the drawings"),
            },
            statement("valitsee työkalut", `a-${id}`),
          ],
        },
        { kuvaus: text("Osaa tehdä"), vaatimukset: [statement("asentaa putket", `b-${id}`)] },
      ],
    },
    geneerinenArviointiasteikko: genericScale(turn),
    osaAlueet: [],
    vapaatTekstit: [],
    valmaTelmaSisalto: null,
  };
}

function commonUnit(id: number): { [key: string]: Json } {
  const aims = (fi: string, points: number): Json => ({
    laajuus: points,
    tavoitteet: {
      kohde: student(),
      vaatimukset: [],
      kohdealueet: [{ kuvaus: text("Osaa"), vaatimukset: [{ koodi: null, vaatimus: text(fi) }] }],
    },
  });
  return {
    id,
    tila: "poistettu",
    tyyppi: "reformi_tutke2",
    koodiUri: `tutkinnonosat_99${id}`,
    nimi: text("Yhteinen osa", "Gemensam del", "Common unit"),
    ammattitaitovaatimukset2019: { kohde: student(), vaatimukset: [], kohdealueet: [] },
    osaAlueet: [
      {
        nimi: text("Viestintä", "Kommunikation", "Communication"),
        tyyppi: "osaalue2020",
        koodiUri: "ammatillisenoppiaineet_xx1",
        pakollisetOsaamistavoitteet: aims("keskustelee työpaikalla", 4),
        valinnaisetOsaamistavoitteet: aims("esiintyy", 3),
        arviointi: {
          id: 78,
          kohde: student(),
          osaamistasonKriteerit: [level(5, "1", text("kuuntelee"))],
        },
      },
    ],
  };
}

/** The current shape: statements, one generic scale, a common unit with a sub-area, a rule tree. */
export function currentFile(): { [key: string]: Json } {
  return {
    id: 4242,
    nimi: text("Näytetutkinto", "Provexamen", "Sample qualification"),
    kuvaus: null,
    diaarinumero: "OPH-9999-2026",
    koulutustyyppi: "koulutustyyppi_1",
    voimassaoloAlkaa: AUGUST_FIRST,
    voimassaoloLoppuu: null,
    siirtymaPaattyy: NEW_YEAR,
    paatospvm: AUGUST_FIRST,
    korvattavatDiaarinumerot: ["OPH-1-2019"],
    osaamisalat: [{ uri: "osaamisala_9", nimi: text("Putket", "Rör", "Pipes") }],
    tutkintonimikkeet: [
      { tutkintonimikeUri: "tutkintonimikkeet_9", nimi: text("Asentaja", "Montör") },
    ],
    suoritustavat: [
      {
        suoritustapakoodi: "reformi",
        laajuusYksikko: "OSAAMISPISTE",
        tutkinnonOsaViitteet: [
          { id: 502, _tutkinnonOsa: "11", jarjestys: 2, laajuus: 10.0 },
          { id: 501, _tutkinnonOsa: "12", jarjestys: 1, laajuus: 15 },
          { id: 503, _tutkinnonOsa: "13", jarjestys: 3, laajuus: 11 },
        ],
        rakenne: ruleTree(),
      },
    ],
    tutkinnonOsat: [currentUnit(11, "Asennus", 0), currentUnit(12, "Perustyö", 1), commonUnit(13)],
  };
}

function ruleTree(): Json {
  const group = (fi: string, minimi: number | null, osat: Json[]): { [key: string]: Json } => ({
    rooli: "määritelty",
    nimi: text(fi),
    kuvaus: null,
    muodostumisSaanto: { laajuus: { minimi, maksimi: null }, koko: null },
    osaamisala: null,
    tutkintonimike: null,
    vieras: null,
    osat,
  });
  const leaf = (viite: string): Json => ({
    _tutkinnonOsaViite: viite,
    pakollinen: true,
    vieras: null,
  });
  return {
    ...group("Koko", 180, [
      {
        ...group("Putkien osaamisala", 25, [leaf("501"), leaf("502")]),
        rooli: "osaamisala",
        osaamisala: { osaamisalakoodiUri: "osaamisala_9", nimi: text("Putket") },
      },
      { ...group("Yhteiset", 35, [leaf("503")]), rooli: "vieras" },
    ]),
    nimi: null,
  };
}

/** Puts a value at a place of a file, as one who spoils it would. */
export function put(target: unknown, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path;
  if (typeof target !== "object" || target === null || key === undefined) return;
  if (rest.length === 0) Reflect.set(target, key, value);
  else put(Reflect.get(target, key), rest, value);
}
