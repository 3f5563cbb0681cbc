import { describe, expect, it } from "vitest";
import { contactsOf, textTo } from "./contact.ts";

const DEMO = { mode: "demo", smsUrl: undefined } as const;
const WITHOUT_GATEWAY = { mode: "production", smsUrl: undefined } as const;
const LEILA = { email: "leila@example.org", phone: "040 123 4567" };

describe("by which contacts somebody is reached", () => {
  it("the box first, then the phone, both masked for other readers", () => {
    expect(contactsOf(DEMO, LEILA)).toEqual([
      { channel: "mail", to: "leila@example.org", masked: "le•••@example.org" },
      { channel: "sms", to: "+358401234567", masked: "+358\u00A0•••\u00A0567" },
    ]);
  });

  it("by phone only where text messages can be sent", () => {
    expect(contactsOf(WITHOUT_GATEWAY, { ...LEILA, email: null })).toEqual([]);
    const gateway = { ...WITHOUT_GATEWAY, smsUrl: "https://sms.example.org" };
    expect(contactsOf(gateway, { ...LEILA, email: null })).toHaveLength(1);
  });

  it.each([
    ["a Finnish mobile number as it is spoken", "040 123 4567", "+358401234567"],
    ["with hyphens", "050-555 1234", "+358505551234"],
    ["a Swedish one with its country", "+46 70 123 45 67", "+46701234567"],
    ["a Finnish one from abroad", "00358 44 123 4567", "+358441234567"],
    ["a desk's line", "09 1234 567", undefined],
    ["too short", "040 12", undefined],
    ["no number", "ask Leila", undefined],
  ])("%s", (_, phone, number) => {
    expect(textTo(phone)?.to).toBe(number);
  });
});
