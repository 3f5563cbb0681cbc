import { randomBytes } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import type { SealKey } from "#server/pdf/seal-key.ts";

const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const YEARS = 10;
const COMMON_NAME = "2.5.4.3";
const ORGANISATION = "2.5.4.10";
const SERIAL_NUMBER = "2.5.4.5";
const KEY_USAGE = "2.5.29.15";

export type SealOwner = { readonly name: string; readonly businessId: string };

/**
 * A provider's own sealing key with a certificate it has signed itself: it names the provider and says that a
 * file is whole; who stands behind the name is for an own PKCS #12 from an authority to say.
 */
export async function makeSealKey(owner: SealOwner, at: Temporal.Instant): Promise<SealKey> {
  const keys = await crypto.subtle.generateKey(RSA, true, ["sign", "verify"]);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ valueHex: serial() });
  certificate.issuer = nameOf(owner);
  certificate.subject = nameOf(owner);
  certificate.notBefore.value = new Date(at.epochMilliseconds);
  const until = at.toZonedDateTimeISO("UTC").add({ years: YEARS });
  certificate.notAfter.value = new Date(until.epochMilliseconds);
  certificate.extensions = [forSigning()];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, "SHA-256");
  return {
    privateKey: Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
    certificates: [Buffer.from(certificate.toSchema(true).toBER(false))],
  };
}

/** Positive and of one length, as serial numbers are. */
function serial(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.buffer;
}

/** Each part in a set of its own, as readers expect it; pkijs by itself would put all of them into one. */
function nameOf({ name, businessId }: SealOwner): pkijs.RelativeDistinguishedNames {
  const entries = [
    [ORGANISATION, name],
    [SERIAL_NUMBER, businessId],
    [COMMON_NAME, name],
  ] as const;
  const parts = entries.map(([type, text]) => {
    const value = new asn1.Utf8String({ value: text });
    const part = new pkijs.AttributeTypeAndValue({ type, value });
    return new asn1.Set({ value: [part.toSchema()] });
  });
  const { result } = asn1.fromBER(new asn1.Sequence({ value: parts }).toBER(false));
  return new pkijs.RelativeDistinguishedNames({ schema: result });
}

/** Digital signature and non-repudiation, nothing else. */
function forSigning(): pkijs.Extension {
  const usage = new asn1.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 });
  return new pkijs.Extension({
    extnID: KEY_USAGE,
    critical: true,
    extnValue: usage.toBER(false),
    parsedValue: usage,
  });
}
