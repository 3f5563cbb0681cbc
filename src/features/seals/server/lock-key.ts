import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** A key of our own from the server's secret, used for nothing else. */
function sealingKeyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "kisalli seal", 32));
}

/** AES-256-GCM, bound to the seal's id: a stolen table opens no key, and a key put into another row opens neither. */
export function lockKey(secret: string, sealId: string, privateKey: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", sealingKeyFrom(secret), nonce);
  cipher.setAAD(Buffer.from(sealId));
  const locked = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
}

/** The server's secret was changed: set the former one again, or put a new seal into use. */
class SealLocked extends Error {
  constructor() {
    super("the seal was locked with another KISALLI_SECRET than the present one");
  }
}

/** Throws when the secret is another one than the key was locked with. */
export function unlockKey(secret: string, sealId: string, locked: Buffer): Buffer {
  const decipher = createDecipheriv(
    "aes-256-gcm",
    sealingKeyFrom(secret),
    locked.subarray(0, NONCE),
  );
  decipher.setAAD(Buffer.from(sealId));
  decipher.setAuthTag(locked.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(locked.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    throw new SealLocked();
  }
}
