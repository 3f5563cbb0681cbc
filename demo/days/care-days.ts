import { note } from "../placements/placement-draft.ts";
import { care, shared } from "../requirements.ts";

/** Care homes, in Finnish. */
export const careDays = [
  note(
    "residents",
    [care.meetsResident],
    "Ensimmäinen päivä. Kiersin talon, opin hälytykset ja istuin kahvilla asukkaiden kanssa. Nimiä on paljon, teen listan.",
  ),
  note(
    "mornings",
    [care.preventsInfection],
    "Seurasin aamutoimia. Käsihuuhde ennen ja jälkeen, ja oven saa avata vasta koputuksen jälkeen.",
  ),
  note(
    "meals",
    [care.helpsMeals],
    "Lounaalla autoin yhtä asukasta. Hän syö hitaasti, ja se on ihan hyvä tahti.",
  ),
  note(
    "mornings",
    [care.givesMorningCare],
    "Ensimmäiset omat aamutoimet ohjaajan kanssa. Peitto suojaa, puhun koko ajan mitä teen.",
    { private: "Kotona itketti vähän. Oli paljon kerralla." },
  ),
  note(
    "transfers",
    [care.movesSafely],
    "Siirto sängystä pyörätuoliin ohjaajan parina. Jarrun tarkistan nyt aina.",
  ),
  note(
    "residents",
    [care.meetsResident, shared.asksAndListens],
    "Levoton aamupäivä. Yksi asukas etsi äitiään. En väittänyt vastaan vaan kysyin äidistä, ja hän rauhoittui.",
  ),
  note(
    "meals",
    [care.helpsMeals],
    "Sakeutettu juoma ohjeen mukaan. Kirjasin syödyn määrän ruokalistan viereen.",
  ),
  note(
    "records",
    [care.recordsCare],
    "Kirjasin ensimmäisen vuoron. Ohjaaja luki ja pyysi kertomaan, mitä asukas itse sanoi.",
  ),
  note(
    "medicines",
    [care.assistsMedicine],
    "Lääkekierros hoitajan vieressä. Nimi ja kellonaika sanotaan ääneen, joka kerta.",
  ),
  note(
    "mornings",
    [care.givesMorningCare, care.preventsInfection],
    "Kolmen asukkaan aamutoimet. Yhdellä oli punoitusta kantapäässä ja kerroin heti hoitajalle.",
    { teacher: "Tässä huomasin, että katson ihoa jo itsestään." },
  ),
  note(
    "transfers",
    [care.movesSafely],
    "Nostolaite parin kanssa. Pyysin apua ennen kuin selkä ehti sanoa mitään.",
  ),
  note(
    "residents",
    [care.supportsActivity, care.meetsResident],
    "Luin lehteä ääneen ja juttelimme vanhoista ajoista. Yksi asukas lauloi koko kappaleen ulkoa.",
  ),
  note(
    "records",
    [care.recordsCare],
    "Raportti iltavuorolle suullisesti. Ensimmäistä kertaa kukaan ei kysynyt lisää.",
  ),
  note(
    "mornings",
    [care.givesMorningCare],
    "Aamutoimet itsenäisesti kahdelle. Toinen kiitti nimeltä.",
  ),
  note(
    "medicines",
    [care.assistsMedicine],
    "Mittasin verenpaineet ja vertasin eilisiin. Yhdestä kerroin hoitajalle ja hän mittasi uudestaan.",
  ),
  note(
    "meals",
    [care.helpsMeals, care.preventsInfection],
    "Koko ruokailun vastuu pienessä ryhmässä. Kukaan ei jäänyt odottamaan.",
  ),
] as const;

/** Care homes, in Swedish. */
export const careDaysSv = [
  note(
    "residents",
    [care.meetsResident],
    "Första dagen. Jag fick se larmen och brandvägarna och drack kaffe med de boende på båda språken.",
  ),
  note(
    "mornings",
    [care.preventsInfection],
    "Följde med morgonsysslorna. Handsprit före och efter, och man knackar alltid.",
  ),
  note(
    "meals",
    [care.helpsMeals],
    "Hjälpte en boende vid lunchen. Hon äter långsamt och det är rätt takt.",
  ),
  note(
    "mornings",
    [care.givesMorningCare],
    "Mina första egna morgonsysslor med handledaren bredvid. Jag berättade hela tiden vad jag gör.",
    { private: "Jag var hela tiden rädd att göra fel." },
  ),
  note(
    "outdoors",
    [care.supportsActivity],
    "Ute med två boende. Den ena ville gå till bryggan, så vi gick dit i hennes takt.",
  ),
  note(
    "transfers",
    [care.movesSafely],
    "Förflyttning med lyft tillsammans med en kollega. Bromsen kontrollerar jag nu av mig själv.",
  ),
  note(
    "records",
    [care.recordsCare],
    "Skrev passets anteckning. Handledaren bad mig skriva vad den boende själv sa.",
    { teacher: "Att dokumentera på finska är svårt. Jag skriver först på svenska." },
  ),
  note(
    "medicines",
    [care.assistsMedicine],
    "Läkemedelsrundan bredvid skötaren. Namn och klockslag sägs högt varje gång.",
  ),
  note(
    "mornings",
    [care.givesMorningCare, care.preventsInfection],
    "Morgonsysslor med tre boende. En hade rodnad på hälen och jag berättade det genast.",
  ),
  note(
    "residents",
    [care.meetsResident, shared.asksAndListens],
    "En boende var orolig och letade efter sin katt. Vi pratade om katten tills oron gick över.",
  ),
] as const;

/** Care homes, in English. */
export const careDaysEn = [
  note(
    "residents",
    [care.meetsResident],
    "First day. Alarms, fire exits and coffee with the residents. I learned to say good morning in three ways.",
  ),
  note(
    "mornings",
    [care.preventsInfection],
    "I followed the morning care. Hand rub before and after, and we always knock.",
  ),
  note(
    "meals",
    [care.helpsMeals],
    "Helped a resident at lunch. She eats slowly and her pace is the right pace.",
  ),
  note(
    "mornings",
    [care.givesMorningCare],
    "My first own morning care, tutor beside me. I told every step before I did it.",
    { private: "My Finnish stopped working when I was nervous." },
  ),
  note(
    "outdoors",
    [care.supportsActivity],
    "Outdoors with two residents. One showed me where she worked as a girl.",
  ),
  note(
    "transfers",
    [care.movesSafely],
    "Hoist with a colleague. I asked for help in time and got thanks for it.",
  ),
  note(
    "records",
    [care.recordsCare],
    "Wrote the shift entry in Finnish with the tutor. Four sentences, all correct in the end.",
    { teacher: "Could we have more lessons for writing? Speaking is easier." },
  ),
  note(
    "medicines",
    [care.assistsMedicine],
    "Medicine round beside the nurse. Name and time aloud, every time.",
  ),
  note(
    "mornings",
    [care.givesMorningCare, care.preventsInfection],
    "Three residents in the morning. One had a red heel and I told the nurse at once.",
  ),
  note(
    "residents",
    [care.meetsResident, shared.asksAndListens],
    "A resident was looking for her mother. I asked about her mother, and after a while she was calm.",
  ),
] as const;
