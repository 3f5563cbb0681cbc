import { note } from "../placements/placement-draft.ts";
import { joinery, shared, warehouse } from "../requirements.ts";

/** Veistämö Lind, in Swedish. */
export const lindDays = [
  note(
    "tools",
    [shared.usesProtection],
    "Introduktion i verkstaden. Suget först, maskinen sedan. Jag fick egna hörselskydd och provade nödstoppen.",
  ),
  note(
    "cutting",
    [joinery.choosesWood],
    "Vi sorterade plankor efter kvistar och fukt. De torra till dörrarna, resten till hyllor.",
  ),
  note(
    "cutting",
    [joinery.machinesWood],
    "Riktade och hyvlade femton brädor. Handledaren ställde in maskinen, jag matade.",
  ),
  note(
    "assembly",
    [joinery.readsWorkDrawing],
    "Gjorde min första kaplista. En del saknades, jag såg det först när skåpet skulle ihop.",
    { teacher: "Jag vill öva mer på ritningar. Kan vi ta det i skolan?" },
  ),
  note(
    "finishing",
    [joinery.finishesSurface],
    "Slipade luckor hela dagen. I slutet såg jag själv var ljuset visar repor.",
  ),
  note(
    "joints",
    [joinery.makesJoints],
    "Sinkade en provlåda för hand. Den blev glipig, så jag gjorde en till.",
  ),
  note(
    "assembly",
    [joinery.assembles],
    "Limmade två stommar i tvingar. Mätte diagonalerna, de skilde en millimeter och det gick att rätta.",
  ),
  note(
    "tools",
    [joinery.caresTools],
    "Slipade stämjärn och bytte spånsäck. Nu skär järnet papper.",
  ),
  note(
    "fitting",
    [shared.servesCustomer, joinery.readsWorkDrawing],
    "Hos en kund för att mäta ett kök. Väggarna var sneda, så vi mätte allt två gånger.",
    { minutes: 480 },
  ),
  note(
    "joints",
    [joinery.makesJoints],
    "Tappade en dörrkarm. Fogen gick ihop med handkraft på andra försöket.",
  ),
  note(
    "cutting",
    [joinery.machinesWood],
    "Ställde in hyveln själv. Handledaren kontrollerade och ändrade ingenting.",
  ),
  note(
    "finishing",
    [joinery.finishesSurface],
    "Oljade bordsskivan tre gånger med slipning emellan. Den blev slät som glas.",
  ),
] as const;

/** Saimaan Varasto, in Finnish. */
export const varastoDays = [
  note(
    "picking",
    [shared.keepsTimes],
    "Ensimmäinen vuoro. Opettelin päätteen ja käytävien numerot. Turvakengät ja liivi koko ajan.",
  ),
  note(
    "picking",
    [warehouse.picks],
    "Keräsin 34 riviä. Yksi meni väärin, koska luin hyllypaikan ulkoa enkä päätteeltä.",
  ),
  note(
    "dock",
    [warehouse.receives],
    "Laiturilla vastaanotossa. Laskin lavat ja katsoin lähetteen. Yksi laatikko oli märkä ja se kuvattiin.",
  ),
  note(
    "shelves",
    [warehouse.stores],
    "Hyllytystä. Raskaat alas, vanhat eteen. Selkä kiittää, kun käyttää porrasta eikä kurkota.",
  ),
  note(
    "packing",
    [warehouse.packs],
    "Pakkasin lavoja. Kelmu kiertää ensin alhaalta, muuten lava kaatuu.",
  ),
  note(
    "picking",
    [warehouse.picks, shared.keepsOrder],
    "Kiireinen aamu, 61 riviä eikä yhtään virhettä. Ensi viikolla tavoite on 70.",
  ),
  note(
    "forklift",
    [warehouse.drivesTruck],
    "Trukin aamutarkastus kaksi kertaa. Ajoin tyhjänä käytävää ohjaajan kanssa.",
    { teacher: "Trukkikortin koe on lähellä. Haluan harjoitella lisää ennen sitä." },
  ),
  note(
    "loading",
    [warehouse.loads],
    "Jakeluauton kuormaus. Raskaat eteen ja liinat kireälle. Kuski tarkisti ja nyökkäsi.",
  ),
  note(
    "counting",
    [warehouse.countsStock],
    "Inventoin yhden hyllyvälin. Ero oli kolme laatikkoa, ja ne löytyivät väärästä välistä.",
  ),
  note(
    "packing",
    [warehouse.packs, shared.sortsWaste],
    "Palautusten purku ja lajittelu. Pahvi, kelmu ja viallinen tavara erikseen.",
  ),
  note(
    "dock",
    [warehouse.receives],
    "Vastaanotto ilman apua. Kirjasin poikkeaman ja soitin itse toimittajalle.",
    { minutes: 480 },
  ),
  note(
    "picking",
    [warehouse.picks],
    "Keräily sujuu. Neuvoin uutta opiskelijaa ja huomasin, että osaan selittää.",
  ),
] as const;

/** Saimaan Varasto, in English. */
export const varastoDaysEn = [
  note(
    "picking",
    [shared.keepsTimes],
    "First shift. I learned the terminal and the numbers of the aisles. Many new words in Finnish, I write them in a small book.",
  ),
  note(
    "dock",
    [warehouse.receives],
    "At the dock. I counted pallets and checked the note. One carton was wet and we took pictures.",
  ),
  note(
    "picking",
    [warehouse.picks],
    "48 lines and two mistakes. I know why: I trusted my memory and not the terminal.",
  ),
  note("packing", [warehouse.packs], "Wrapped pallets. The film starts low, else it tips over."),
  note(
    "forklift",
    [warehouse.drivesTruck],
    "Morning check of the forklift with the tutor. I drove empty, very slowly.",
    { teacher: "My licence from home is not valid here. When can I take the Finnish one?" },
  ),
  note(
    "shelves",
    [warehouse.stores],
    "Shelving all day. Heavy low, old in front. My back is fine because I used the steps.",
  ),
  note(
    "loading",
    [warehouse.loads],
    "Loaded the delivery van alone. The driver checked the straps and said: hyvä.",
  ),
  note(
    "counting",
    [warehouse.countsStock],
    "Stocktaking. We found where the missing boxes went. It is like a small detective story.",
  ),
  note(
    "picking",
    [warehouse.picks, shared.keepsOrder],
    "70 lines and no mistakes. I helped a new student with the terminal.",
  ),
] as const;
