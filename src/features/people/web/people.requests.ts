import type { Language } from "#shared/language.ts";
import { call } from "#web/request.ts";
import { viewOptions } from "#web/view.ts";
import type { chooseLanguage, readMe, signOut } from "../people.contract.ts";

/** Who is signed in on this browser; read once and again after each way in or out. */
export const meOptions = { ...viewOptions<typeof readMe>({ path: "/api/me" }), staleTime: 60_000 };

/** Tells the server the language a signed-in person has chosen: mail and papers follow. */
export async function keepLanguage(language: Language): Promise<void> {
  await call<typeof chooseLanguage>({
    method: "PUT",
    path: "/api/me/language",
    body: { language },
  });
}

export async function leave(): Promise<void> {
  await call<typeof signOut>({ method: "POST", path: "/api/sign-out" });
}
