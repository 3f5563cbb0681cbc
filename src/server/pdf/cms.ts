import { createHash } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import type { SealKey } from "./seal-key.ts";

const ID_DATA = "1.2.840.113549.1.7.1";
const ID_SIGNED_DATA = "1.2.840.113549.1.7.2";
const ID_CONTENT_TYPE = "1.2.840.113549.1.9.3";
const ID_MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const ID_SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const ID_TIME_STAMP_TOKEN = "1.2.840.113549.1.9.16.2.14";
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** Asks a time-stamp server (RFC 3161) about this signature; null when it does not answer in time. */
export type TimeStampSource = (signature: Buffer) => Promise<Buffer | null>;

/**
 * A detached CMS signature as PAdES B-B asks for it (ETSI EN 319 142-1): content type, digest and
 * signing-certificate-v2 among the signed attributes, the whole chain beside; with a time stamp B-T.
 */
export async function makeCms(
  content: Buffer,
  key: SealKey,
  timeStamp: TimeStampSource | undefined,
): Promise<{ der: Buffer; timeStamped: boolean }> {
  const certificates = key.certificates.map((der) => pkijs.Certificate.fromBER(bufferOf(der)));
  const [own] = certificates;
  const [ownDer] = key.certificates;
  if (own === undefined || ownDer === undefined) throw new Error("a seal has a certificate");
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
  });
  info.signedAttrs = signedAttributes(content, ownDer);
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: ID_DATA }),
    signerInfos: [info],
    certificates,
  });
  const privateKey = await crypto.subtle.importKey("pkcs8", bufferOf(key.privateKey), RSA, false, [
    "sign",
  ]);
  await signed.sign(privateKey, 0, "SHA-256", bufferOf(content));
  const token = await timeStamp?.(Buffer.from(info.signature.valueBlock.valueHexView));
  if (token != null) info.unsignedAttrs = stamped(token);
  const whole = new pkijs.ContentInfo({
    contentType: ID_SIGNED_DATA,
    content: signed.toSchema(true),
  });
  return { der: Buffer.from(whole.toSchema().toBER(false)), timeStamped: token != null };
}

function signedAttributes(content: Buffer, certificate: Buffer) {
  const digest = createHash("sha256").update(content).digest();
  return new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    // In the order of their DER, which a SET is read in.
    attributes: [
      new pkijs.Attribute({
        type: ID_CONTENT_TYPE,
        values: [new asn1.ObjectIdentifier({ value: ID_DATA })],
      }),
      new pkijs.Attribute({
        type: ID_MESSAGE_DIGEST,
        values: [new asn1.OctetString({ valueHex: bufferOf(digest) })],
      }),
      new pkijs.Attribute({
        type: ID_SIGNING_CERTIFICATE_V2,
        values: [signingCertificate(certificate)],
      }),
    ],
  });
}

/** ESSCertIDv2 (RFC 5035) with SHA-256, which is its default and so is not written out. */
function signingCertificate(certificate: Buffer): asn1.Sequence {
  const hash = createHash("sha256").update(certificate).digest();
  const id = new asn1.Sequence({
    value: [new asn1.OctetString({ valueHex: bufferOf(hash) })],
  });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [id] })] });
}

function stamped(token: Buffer) {
  return new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [
      new pkijs.Attribute({
        type: ID_TIME_STAMP_TOKEN,
        values: [asn1.fromBER(bufferOf(token)).result],
      }),
    ],
  });
}

export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
