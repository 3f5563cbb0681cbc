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
  const number = phone === null || !canText(config) ? undefined : mobileOf(phone);
  return [
    ...(email === null
      ? []
      : [{ channel: "mail", to: email, masked: maskAddress(email) } as const]),
    ...(number === undefined
      ? []
      : [{ channel: "sms", to: number, masked: maskNumber(number) } as const]),
  ];
}

/** The number as E.164 if text messages can reach it: "040 123 4567" is "+358401234567". */
export function mobileOf(phone: string): string | undefined {
  const number = parsePhoneNumberFromString(phone, HOME);
  return number?.isValid() ? number.number : undefined;
}
