/**
 * The college's own training agreement: what to do when something breaks says whom to call. The next version
 * is being written; its Finnish text names a placeholder that nobody knows, and the Swedish is older.
 */
export const OWN_TEMPLATE = {
  provider: "saimaanranta",
  section: "damage",
  body: {
    fi: "Opiskelija ei maksa tavallisesta vahingosta. Tahallisesta vahingosta vastaa se, joka sen teki, niin kuin vahingonkorvauslaki sanoo. Kerro vahingosta heti ohjaajalle ja opettajalle ({teacher_reach}).",
    sv: "Den studerande betalar inte för en vanlig skada. För en avsiktlig skada svarar den som gjorde den, så som skadeståndslagen säger. Berätta genast om skadan för handledaren och läraren ({teacher_reach}).",
    en: "The student does not pay for ordinary damage. Whoever does damage on purpose answers for it as the Tort Liability Act says. Tell the tutor and the teacher ({teacher_reach}) at once.",
  },
} as const;

export const TEMPLATE_DRAFT = {
  section: "insurance",
  fi: "Tapaturman vakuuttaa {accident_bearer}, myös suoralla matkalla työpaikalle ja kotiin. Vahingon, jonka opiskelija aiheuttaa muille, korvaa vastuuvakuutuksestaan {liability_bearer}. Epäselvässä tilanteessa soita: {opettajan yhteystiedo}.",
} as const;
