import { note } from "../placements/placement-draft.ts";
import { cafe, kitchen, shared } from "../requirements.ts";

/** Kahvila Rantapuisto, in Finnish. */
export const rantapuistoDays = [
  note(
    "buns",
    [shared.keepsTimes],
    "Ensimmäinen aamu leivonnan puolella. Leila näytti uunin, pesupaikat ja mistä sähkö katkaistaan. Pyörittelin 40 pullaa.",
  ),
  note(
    "cleaning",
    [cafe.cleansKitchen],
    "Pesin tiskin ja pinnat. Jokaiselle aineelle on oma liina ja värit kertovat, mihin se kuuluu.",
  ),
  note(
    "display",
    [cafe.fillsCounter],
    "Täytin vitriinin ja kirjoitin kyltit. Allergeenit tarkistin kahteen kertaan reseptistä.",
  ),
  note("drinks", [cafe.makesDrinks], "Maidon vaahdotus. Kymmenes oli sellainen, jonka sai myydä."),
  note(
    "buns",
    [cafe.bakes],
    "Aamupullat taikinasta uuniin. Leila paistoi vielä, minä tein kaiken muun.",
  ),
  note(
    "counter",
    [cafe.servesCounter],
    "Tiskillä ensimmäistä kertaa. Hymy unohtui, kun jono kasvoi, mutta vaihtorahat menivät oikein.",
    { private: "Jännitti niin paljon, että kädet tärisivät." },
  ),
  note(
    "checks",
    [cafe.followsSelfCheck],
    "Kylmälaitteiden lämpötilat. Yksi näytti yhdeksää astetta ja kerroin heti. Tavarat siirrettiin.",
  ),
  note(
    "lunch",
    [cafe.servesCounter, shared.servesCustomer],
    "Lounastiskillä. Osaan jo kertoa päivän keiton ilman lappua.",
  ),
  note(
    "counter",
    [cafe.usesTill],
    "Laskin kassan illalla Leilan kanssa. Täsmäsi viittä senttiä vaille.",
  ),
  note(
    "buns",
    [cafe.bakes],
    "Suolaisia piirakoita lounaalle. Muutin reseptin kahdelle pellille ja laskin itse määrät.",
    { teacher: "Prosenttilaskuista koulussa oli oikeasti hyötyä." },
  ),
  note(
    "display",
    [cafe.fillsCounter],
    "Sain suunnitella vitriinin. Siirsin piirakat silmien korkeudelle, ja ne loppuivat ennen yhtä.",
  ),
  note(
    "cleaning",
    [cafe.cleansKitchen, shared.sortsWaste],
    "Uunin viikkosiivous ja biojätteen punnitus. Hävikkiä oli vähemmän kuin viime viikolla.",
  ),
] as const;

/** Ravintola Lehto, in Finnish. */
export const lehtoDays = [
  note(
    "prep",
    [kitchen.keepsKitchenSafe],
    "Perehdytys keittiössä: märkä lattia, kuuma linja ja veitset telineeseen. Leikkasin porkkanoita kaksi laatikollista.",
  ),
  note(
    "prep",
    [kitchen.prepares],
    "Kasviksia ja salaatteja. Opin pitämään veitsestä niin, ettei ranne väsy.",
  ),
  note(
    "goods",
    [kitchen.receivesGoods],
    "Otin kuorman vastaan. Mittasin kalan lämpötilan ennen kuin kuittasin.",
  ),
  note(
    "warm",
    [kitchen.cooksLunch],
    "Keitto sadalle. Suola lisätään vasta lopussa ja maistetaan puhtaalla lusikalla.",
  ),
  note(
    "line",
    [kitchen.plates],
    "Linjastolla kello 11–13. Kauhallinen on joka lautasella sama, muuten ruoka loppuu kesken.",
  ),
  note(
    "diets",
    [kitchen.cooksDiets],
    "Gluteenittomat omalla pöydällä ja omilla välineillä. Kysyin kahdesti, ja se oli oikein.",
  ),
  note(
    "hall",
    [kitchen.servesTable],
    "Salissa. Kannoin ensimmäistä kertaa kolme lautasta enkä pudottanut yhtään.",
  ),
  note(
    "warm",
    [kitchen.cooksLunch],
    "Uunikala: mittasin kypsyyden ja kirjoitin luvun vihkoon. Sain tehdä kastikkeen itse.",
    { teacher: "Väisänen antoi maistaa ja kysyi, mitä puuttuu. Arvasin sitruunan." },
  ),
  note(
    "checks",
    [kitchen.keepsKitchenSafe],
    "Jäähdytyksen mittaus. 60 asteesta kuuteen neljässä tunnissa, muuten pois.",
  ),
  note(
    "prep",
    [kitchen.prepares, shared.asksAndListens],
    "Suunnittelin esivalmistelun järjestyksen. Olin valmis kymmenen minuuttia ennen avaamista.",
  ),
  note(
    "warm",
    [kitchen.cooksLunch, shared.sortsWaste],
    "Tein päivän toisen ruoan alusta asti. Meni loppuun, mikä on hyvä merkki.",
    { minutes: 480 },
  ),
  note(
    "hall",
    [kitchen.servesTable],
    "Vieras kysyi, mistä kala on. Osasin vastata, koska olin ottanut sen vastaan aamulla.",
  ),
] as const;

/** Ravintola Lehto, in Swedish. */
export const lehtoDaysSv = [
  note(
    "prep",
    [kitchen.keepsKitchenSafe],
    "Introduktion i köket: vått golv, het spis och knivarna i stället. Jag skalade potatis i två timmar.",
  ),
  note(
    "goods",
    [kitchen.receivesGoods],
    "Tog emot varorna. Fisken ska vara under tre grader, annars går den tillbaka.",
  ),
  note(
    "warm",
    [kitchen.cooksLunch],
    "Lagade ärtsoppa till hundra. Saltet kommer sist, det minns jag nu.",
  ),
  note(
    "line",
    [kitchen.plates],
    "Vid linjen hela lunchen. Den tionde portionen såg ut som den första.",
  ),
  note(
    "diets",
    [kitchen.cooksDiets],
    "Specialdieter vid ett eget bord. Jag frågade två gånger hellre än att gissa.",
  ),
  note(
    "hall",
    [kitchen.servesTable],
    "I salen med en finskspråkig grupp. Det gick bra och jag lärde mig orden för allergier.",
    { teacher: "Finskan blir bättre här än på lektionerna." },
  ),
  note(
    "warm",
    [kitchen.cooksLunch],
    "Gjorde såsen själv. Kökschefen smakade och sa: mera citron, annars klar.",
  ),
  note(
    "checks",
    [kitchen.keepsKitchenSafe],
    "Egenkontroll för hela dagen. En kyl var för varm och jag meddelade direkt.",
  ),
  note(
    "prep",
    [kitchen.prepares, shared.asksAndListens],
    "Allt skuret och vägt kvart före elva. Första gången i tid utan hjälp.",
  ),
] as const;

/** Ravintola Lehto, in English. */
export const lehtoDaysEn = [
  note(
    "prep",
    [kitchen.keepsKitchenSafe],
    "First day. Wet floor, hot line, knives in the rack. I cut carrots for two hours and learned nine new words.",
  ),
  note(
    "prep",
    [kitchen.prepares],
    "Vegetables for 120 people. I am faster than last week but the onions still win.",
  ),
  note(
    "goods",
    [kitchen.receivesGoods],
    "Received the fish. I measured the temperature before I signed.",
  ),
  note(
    "warm",
    [kitchen.cooksLunch],
    "Soup for a hundred. Salt at the end, and taste with a clean spoon every time.",
  ),
  note(
    "diets",
    [kitchen.cooksDiets],
    "Gluten-free plates on their own table. I asked twice and it was right to ask.",
  ),
  note(
    "line",
    [kitchen.plates],
    "On the line for the whole lunch. The same ladle for everyone, else the food ends too early.",
  ),
  note(
    "hall",
    [kitchen.servesTable],
    "In the dining room. I understood an order in Finnish without asking again.",
  ),
  note("warm", [kitchen.cooksLunch], "I made the sauce and the chef added only lemon.", {
    teacher: "I would like to do my demonstration in the warm kitchen.",
  }),
  note(
    "checks",
    [kitchen.keepsKitchenSafe],
    "Temperatures of the day. One fridge was too warm, I told at once and we moved everything.",
  ),
] as const;
