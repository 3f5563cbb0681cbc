import { createHash } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { bufferOf, type TimeStampSource } from "./cms.ts";

const SECONDS = 5;
/** A seal has room for as much, beside a chain of certificates. */
const LARGEST_ANSWER = 12 * 1024;
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const GRANTED = 1;

/**
 * Time stamps of this server (RFC 3161 over HTTP). One that is silent, refuses, or answers what does not hold
 * gives null: the paper is sealed without, and says so.
 */
export function timeStampsFrom(url: string): TimeStampSource {
  return async (signature) => {
    const digest = createHash("sha256").update(signature).digest();
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/timestamp-query" },
        body: requestFor(digest),
        signal: AbortSignal.timeout(SECONDS * 1_000),
      });
      const answer = response.ok ? await shortAnswer(response) : null;
      return answer === null ? null : await tokenIn(answer, signature);
    } catch {
      return null;
    }
  };
}

function requestFor(digest: Buffer): ArrayBuffer {
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: imprintOf(digest),
    certReq: true,
  });
  return request.toSchema().toBER(false);
}

function imprintOf(digest: Buffer): pkijs.MessageImprint {
  return new pkijs.MessageImprint({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({
      algorithmId: SHA_256,
      algorithmParams: new asn1.Null(),
    }),
    hashedMessage: new asn1.OctetString({ valueHex: bufferOf(digest) }),
  });
}

async function shortAnswer({ body }: Response): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > LARGEST_ANSWER) return null;
  }
  return Buffer.concat(parts);
}

/** The token, when it is of this signature and its own signature holds. */
async function tokenIn(answer: Buffer, signature: Buffer): Promise<Buffer | null> {
  const response = pkijs.TimeStampResp.fromBER(bufferOf(answer));
  const token = response.timeStampToken;
  if (response.status.status > GRANTED || token === undefined) return null;
  const signed = new pkijs.SignedData({ schema: token.content });
  const holds = await signed.verify({ signer: 0, data: bufferOf(signature), checkChain: false });
  return holds ? Buffer.from(token.toSchema().toBER(false)) : null;
}
