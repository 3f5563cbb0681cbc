import { createPrivateKey, sign, verify, X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { SealKey } from "#server/pdf/seal-key.ts";

export type P12Fault =
  | "seal_not_p12"
  | "seal_password_wrong"
  | "seal_no_key"
  | "seal_no_certificate"
  | "seal_key_unsupported"
  | "seal_key_weak"
  | "seal_key_other";

export type P12Reading = SealKey | P12Fault;

const FEWEST_BITS = 2_048;
/** A seal has room for as many, beside a time stamp. */
const MOST_CERTIFICATES = 5;

/** The RSA key and certificate chain of a PKCS #12 file (RFC 7292), or what is wrong with it. */
export function readP12(bytes: Uint8Array, password: string): P12Reading {
  const opened = open(bytes, password);
  if (typeof opened === "string") return opened;
  const bags = opened.safeContents.flatMap(({ safeBags }) => safeBags);
  const keys = bags.filter(
    ({ type }) => type === forge.pki.oids.keyBag || type === forge.pki.oids.pkcs8ShroudedKeyBag,
  );
  if (keys.length === 0) return "seal_no_key";
  const key = keys.find(({ key: one }) => one != null)?.key;
  // forge knows RSA; of another kind it keeps the bag and no key.
  if (key == null) return "seal_key_unsupported";
  if (!("n" in key)) return "seal_key_unsupported";
  if (key.n.bitLength() < FEWEST_BITS) return "seal_key_weak";
  const certificates = bags.flatMap(({ cert }) => cert ?? []);
  if (certificates.length === 0) return "seal_no_certificate";
  const own = certificates.find((one) => isOf(key, one));
  if (own === undefined) return "seal_key_other";
  const seal = {
    privateKey: derOf(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))),
    certificates: chainFrom(own, certificates).map((one) =>
      derOf(forge.pki.certificateToAsn1(one)),
    ),
  };
  return seals(seal) ? seal : "seal_key_other";
}

/** Whether what the key signs holds by the certificate: forge reads a file whose numbers do not fit together too. */
function seals({ privateKey, certificates: [own] }: SealKey): boolean {
  try {
    const words = Buffer.from("kisalli");
    const key = createPrivateKey({ key: privateKey, format: "der", type: "pkcs8" });
    const { publicKey } = new X509Certificate(own ?? "");
    return verify("sha256", words, publicKey, sign("sha256", words, key));
  } catch {
    return false;
  }
}

function open(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx | P12Fault {
  try {
    const read = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes)));
    return forge.pkcs12.pkcs12FromAsn1(read, password);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    return /password|MAC could not|decrypt/i.test(said) ? "seal_password_wrong" : "seal_not_p12";
  }
}

function isOf({ n, e }: forge.pki.rsa.PrivateKey, { publicKey }: forge.pki.Certificate): boolean {
  return "n" in publicKey && publicKey.n.equals(n) && publicKey.e.equals(e);
}

/** The owner's first, then who signed it, as far as the file goes. */
function chainFrom(own: forge.pki.Certificate, all: readonly forge.pki.Certificate[]) {
  const chain = [own];
  for (let last = own; chain.length < MOST_CERTIFICATES; ) {
    const next = all.find((one) => !chain.includes(one) && last.isIssuer(one));
    if (next === undefined) break;
    chain.push(next);
    last = next;
  }
  return chain;
}

function derOf(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(value).getBytes(), "latin1");
}
