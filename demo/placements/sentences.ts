/** Sentences that return in many placements, in the language of their writer. */

/** The languages tutors and teachers of the story write in. */
export type StoryLanguage = "fi" | "sv";

export const remarks: Readonly<Record<StoryLanguage, readonly [string, ...string[]]>> = {
  fi: [
    "Ajoissa joka aamu. Ensi viikolla saa enemmän omaa vastuuta.",
    "Kysyy oikeaan aikaan. Hyvä tapa.",
    "Tahti on parantunut alusta selvästi.",
    "Jälki on siistiä. Seuraavaksi harjoitellaan oman työn tarkistamista.",
    "Tuli hyvin toimeen koko porukan kanssa.",
    "Vielä pitää muistuttaa siivouksesta. Muuten kaikki kunnossa.",
    "Oma-aloitteinen viikko. Teki ensimmäisen työn alusta loppuun.",
  ],
  sv: [
    "I tid varje morgon. Nästa vecka blir det mer eget ansvar.",
    "Frågar i rätt tid. En bra vana.",
    "Takten har blivit klart bättre sedan början.",
    "Snyggt resultat. Sedan övar vi på att kontrollera det egna arbetet.",
    "Städningen behöver ännu en påminnelse. Annars är allt i ordning.",
  ],
};

type Lines = Readonly<Record<StoryLanguage | "en", readonly [string, ...string[]]>>;

export const startNotes: Lines = {
  fi: [
    "Kävimme läpi suunnitelman ja työajat. Ensimmäinen viikko kuljetaan ohjaajan mukana. Soitetaan, jos jokin muuttuu.",
    "Sovimme, että päivä kirjataan ennen kotiin lähtöä. Viikko kuitataan perjantaisin.",
    "Tavoitteet käytiin läpi yksi kerrallaan. Ensin opetellaan talon tavat, sitten omat tehtävät.",
  ],
  sv: [
    "Vi gick igenom planen och arbetstiderna. Första veckan går man med handledaren. Vi ringer om något ändras.",
    "Vi kom överens om att dagen skrivs innan man går hem. Veckan kvitteras på fredagar.",
  ],
  en: [
    "We went through the plan and the hours. The first week goes beside the tutor. We call if something changes.",
    "We agreed that the day is written before going home, in English or in Finnish. The week is confirmed on Fridays.",
  ],
};

export const midNotes: Lines = {
  fi: [
    "Puolivälissä mennään suunnitelman mukaan. Loppuajaksi lisää itsenäistä työtä.",
    "Tahti on hyvä. Sovimme, että vaikein tavoite otetaan työn alle ensi viikolla.",
    "Kaikki kolme ovat tyytyväisiä. Seuraavaksi harjoitellaan oman työn tarkistamista.",
  ],
  sv: [
    "Halvvägs går det enligt planen. Resten av tiden blir det mer självständigt arbete.",
    "Takten är bra. Vi kom överens om att ta det svåraste målet nästa vecka.",
  ],
  en: [
    "Half way, and as planned. From here on more work alone.",
    "The pace is good. We agreed to take the hardest objective next week.",
  ],
};

export const callNotes: Lines = {
  fi: [
    "Soitto: kaikki kunnossa, ei kysyttävää.",
    "Lyhyt käynti. Katsoimme työn jälkeä ja sovimme seuraavan tavoitteen.",
    "Soitto kolmistaan. Lounas ja matkat toimivat, työaika pidetään ennallaan.",
  ],
  sv: [
    "Samtal: allt i ordning, inga frågor.",
    "Ett kort besök. Vi tittade på arbetet och kom överens om nästa mål.",
  ],
  en: [
    "Call: all in order, no questions.",
    "A short visit. We looked at the work and agreed on the next objective.",
  ],
};

export const endNotes: Lines = {
  fi: [
    "Kaikki tavoitteet on harjoiteltu. Vahvinta on arjen perustyö. Näyttö sovitaan erikseen.",
    "Jakso päättyi hyvissä merkeissä. Työpaikka ottaa mielellään uudelleen.",
  ],
  sv: ["Alla mål är övade. Starkast är det dagliga grundarbetet. Yrkesprovet avtalas separat."],
  en: [
    "All objectives are practised. The daily basics are strongest. The demonstration is agreed later.",
  ],
};

export const reasons: Readonly<Record<StoryLanguage, readonly [string, ...string[]]>> = {
  fi: [
    "Tavoitteet kuuluvat paikan päivittäiseen työhön. Ohjaaja on kokenut ja hänellä on aikaa.",
    "Paikka on tuttu. Tehtävät vahvistettiin ennallaan oleviksi puhelimessa.",
    "Kävin paikalla. Välineet, suojaimet ja perehdytys ovat kunnossa.",
  ],
  sv: [
    "Målen hör till det dagliga arbetet här. Handledaren är erfaren och har tid.",
    "Jag besökte platsen. Redskap, skydd och introduktion är i ordning.",
  ],
};
