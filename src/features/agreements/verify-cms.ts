import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { digestBytes, hexOf, sha256Bytes } from "./verify-machine.ts";

const ID_SIGNED_DATA = "1.2.840.113549.1.7.2";
const ID_DATA = "1.2.840.113549.1.7.1";
const ID_TST_INFO = "1.2.840.113549.1.9.16.1.4";
const ID_MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const ID_SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const ID_TIME_STAMP_TOKEN = "1.2.840.113549.1.9.16.2.14";
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const SHORT_NAMES: Readonly<Record<string, string | undefined>> = {
  "2.5.4.3": "CN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
};

/** What the certificate of a seal says. Times are ISO 8601 in UTC. */
export type SealOwner = {
  /** The organisation, or else the common name: what people call the owner. */
  readonly name: string;
  readonly subject: string;
  /** Who vouches for the name; null when the owner has signed the certificate itself. */
  readonly issuer: string | null;
  readonly fingerprint: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

export type CmsReading = {
  /** The digest of the sealed bytes, lower-case hex. */
  readonly digest: string;
  readonly signatureHolds: boolean;
  /** The certificate is the one that the signature names (signing-certificate-v2), and its chain holds. */
  readonly certificateHolds: boolean;
  readonly owner: SealOwner;
  /** Null when the seal has no time stamp. */
  readonly stamp: { readonly at: string; readonly holds: boolean } | null;
};

/** Reads a detached CMS signature; null when it is none. The bytes behind it must be nought. */
export async function readCms(room: Uint8Array): Promise<CmsReading | null> {
  const signed = signedDataIn(room);
  const info = signed?.signerInfos[0];
  if (signed === null || info === undefined || signed.signerInfos.length !== 1) return null;
  const chain = certificatesOf(signed);
  const own = chain.find((one) => isSigner(one, info));
  const digest = octetsOf(attribute(info.signedAttrs, ID_MESSAGE_DIGEST));
  if (own === undefined || digest === null || signed.encapContentInfo.eContentType !== ID_DATA) {
    return null;
  }
  const der = new Uint8Array(own.toSchema().toBER(false));
  return {
    digest: hexOf(digest),
    signatureHolds: await signatureHolds(info, own),
    certificateHolds: (await isNamed(info, der)) && (await chainHolds(own, chain)),
    owner: {
      name: partOf(own.subject, "O") ?? partOf(own.subject, "CN") ?? nameOf(own.subject),
      subject: nameOf(own.subject),
      issuer: own.issuer.isEqual(own.subject) ? null : nameOf(own.issuer),
      fingerprint: await sha256Bytes(der),
      validFrom: own.notBefore.value.toISOString(),
      validUntil: own.notAfter.value.toISOString(),
    },
    stamp: await readStamp(info),
  };
}

function signedDataIn(room: Uint8Array): pkijs.SignedData | null {
  try {
    const read = asn1.fromBER(exact(room));
    const isPadded = read.offset > 0 && room.subarray(read.offset).every((byte) => byte === 0);
    if (!isPadded) return null;
    const content = new pkijs.ContentInfo({ schema: read.result });
    if (content.contentType !== ID_SIGNED_DATA) return null;
    const signed = new pkijs.SignedData({ schema: content.content });
    const isUsual =
      signed.version === 1 &&
      signed.digestAlgorithms.every(({ algorithmId }) => algorithmId === SHA_256);
    return isUsual ? signed : null;
  } catch {
    return null;
  }
}

function certificatesOf({ certificates = [] }: pkijs.SignedData): pkijs.Certificate[] {
  return certificates.filter((one) => one instanceof pkijs.Certificate);
}

function isSigner(one: pkijs.Certificate, { sid }: pkijs.SignerInfo): boolean {
  return (
    sid instanceof pkijs.IssuerAndSerialNumber &&
    one.issuer.isEqual(sid.issuer) &&
    one.serialNumber.isEqual(sid.serialNumber)
  );
}

async function signatureHolds(info: pkijs.SignerInfo, own: pkijs.Certificate): Promise<boolean> {
  if (info.signedAttrs === undefined) return false;
  try {
    return await pkijs
      .getCrypto(true)
      .verifyWithPublicKey(
        info.signedAttrs.encodedValue,
        info.signature,
        own.subjectPublicKeyInfo,
        info.signatureAlgorithm,
        pkijs.getCrypto(true).getAlgorithmByOID(info.digestAlgorithm.algorithmId, true).name,
      );
  } catch {
    return false;
  }
}

/** ESSCertIDv2 (RFC 5035): the hash of the signer's certificate among what is signed. */
async function isNamed(info: pkijs.SignerInfo, der: Uint8Array): Promise<boolean> {
  const value = attribute(info.signedAttrs, ID_SIGNING_CERTIFICATE_V2);
  const list = value instanceof asn1.Sequence ? value.valueBlock.value[0] : undefined;
  const first = list instanceof asn1.Sequence ? list.valueBlock.value[0] : undefined;
  const hash = first instanceof asn1.Sequence ? octetsOf(first.valueBlock.value.at(-1)) : null;
  return hash !== null && hexOf(hash) === (await sha256Bytes(der));
}

/** Each certificate is signed by the next one that is there; whether anyone trusts the last is the reader's to say. */
async function chainHolds(own: pkijs.Certificate, chain: readonly pkijs.Certificate[]) {
  let one: pkijs.Certificate = own;
  for (let step = 0; step < chain.length; step += 1) {
    const issuer = chain.find(({ subject }) => subject.isEqual(one.issuer));
    if (issuer === undefined) return step > 0 || chain.length === 1;
    if (!(await one.verify(issuer).catch(() => false))) return false;
    if (issuer === one) return true;
    one = issuer;
  }
  return true;
}

async function readStamp(info: pkijs.SignerInfo): Promise<CmsReading["stamp"]> {
  const token = attribute(info.unsignedAttrs, ID_TIME_STAMP_TOKEN);
  if (token === undefined) return null;
  const wrong = { at: "", holds: false };
  try {
    const content = new pkijs.ContentInfo({ schema: token });
    const signed = new pkijs.SignedData({ schema: content.content });
    const stamp = signed.encapContentInfo.eContent?.getValue();
    const [signer] = signed.signerInfos;
    if (stamp === undefined || signer === undefined) return wrong;
    const told = pkijs.TSTInfo.fromBER(stamp);
    const own = certificatesOf(signed).find((one) => isSigner(one, signer));
    const digest = octetsOf(attribute(signer.signedAttrs, ID_MESSAGE_DIGEST));
    const holds =
      signed.encapContentInfo.eContentType === ID_TST_INFO &&
      own !== undefined &&
      digest !== null &&
      told.messageImprint.hashAlgorithm.algorithmId === SHA_256 &&
      hexOf(told.messageImprint.hashedMessage.valueBlock.valueHexView) ===
        (await sha256Bytes(info.signature.valueBlock.valueHexView)) &&
      (await digestBy(signer, stamp)) === hexOf(digest) &&
      (await signatureHolds(signer, own));
    return { at: told.genTime.toISOString(), holds };
  } catch {
    return wrong;
  }
}

function digestBy(signer: pkijs.SignerInfo, content: ArrayBuffer): Promise<string> {
  const { name } = pkijs
    .getCrypto(true)
    .getAlgorithmByOID(signer.digestAlgorithm.algorithmId, true);
  return digestBytes(name, new Uint8Array(content));
}

function attribute(among: pkijs.SignedAndUnsignedAttributes | undefined, type: string): unknown {
  return among?.attributes.find((one) => one.type === type)?.values[0];
}

function octetsOf(value: unknown): Uint8Array | null {
  return value instanceof asn1.OctetString ? value.valueBlock.valueHexView : null;
}

function partOf({ typesAndValues }: pkijs.RelativeDistinguishedNames, short: string) {
  const part = typesAndValues.find(({ type }) => SHORT_NAMES[type] === short);
  return part === undefined ? undefined : String(part.value.valueBlock.value);
}

function nameOf({ typesAndValues }: pkijs.RelativeDistinguishedNames): string {
  return typesAndValues
    .map(({ type, value }) => `${SHORT_NAMES[type] ?? type}=${String(value.valueBlock.value)}`)
    .join(", ");
}

function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
