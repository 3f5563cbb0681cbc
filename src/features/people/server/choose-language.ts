import { deed } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import { chooseLanguage } from "../people.contract.ts";

export const chooseLanguageRoute = deed(chooseLanguage, async ({ tx, actor, audit }, { body }) => {
  await tx
    .updateTable("person")
    .set({ language: body.language })
    .where("id", "=", actor.personId)
    .execute();
  await audit({
    deed: "choose-language",
    subjectKind: "person",
    subjectId: actor.personId,
    providerId: null,
    change: { from: actor.language, to: body.language },
  });
  return accept({ done: true });
});
