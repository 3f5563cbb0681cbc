import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import { type Channel, canText } from "#server/carriers.ts";
import type { Config } from "#server/config.ts";
import { maskAddress, maskNumber } from "../people.ts";

/** Numbers without a country are Finnish. */
const HOME = "FI";

export type Contact = { readonly channel: Channel; readonly to: string; readonly masked: string };

/** By which contacts on file somebody can be reached, the box first; a phone only if it is a mobile one. */
export function contactsOf(
  config: Pick<Config, "mode" | "smsUrl">,
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
): Contact[] {
  const text = phone === null || !canText(config) ? undefined : textTo(phone);
  const mail =
    email === null
      ? undefined
      : ({ channel: "mail", to: email, masked: maskAddress(email) } as const);
  return [mail, text].filter((contact) => contact !== undefined);
}

/** The number as E.164 if text messages can reach it: "040 123 4567" is "+358401234567". */
export function textTo(phone: string): Contact | undefined {
  const found = parsePhoneNumberFromString(phone, HOME);
  if (!found?.isValid()) return undefined;
  const { number, countryCallingCode } = found;
  return { channel: "sms", to: number, masked: maskNumber(countryCallingCode, number) };
}
