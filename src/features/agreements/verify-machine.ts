/**
 * What checking a paper takes from the machine it runs on. Node and browsers have it under the same names; the
 * pure root compiles without their types, so what is used is told here.
 */
declare const crypto: {
  readonly subtle: { digest(name: string, bytes: Uint8Array): Promise<ArrayBuffer> };
};
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: "utf-8",
  options: { readonly fatal: true },
) => { decode(bytes: Uint8Array): string };
declare const DecompressionStream: new (
  format: "deflate",
) => {
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
      cancel(): Promise<void>;
    };
  };
};

export function sha256Bytes(bytes: Uint8Array): Promise<string> {
  return digestBytes("SHA-256", bytes);
}

/** `name` as Web Crypto calls it; what it does not know is an error. */
export async function digestBytes(name: string, bytes: Uint8Array): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest(name, bytes)));
}

export function sha256Text(text: string): Promise<string> {
  return sha256Bytes(new TextEncoder().encode(text));
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Null when the bytes are not UTF-8. */
export function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** zlib's inflate; null when the bytes are broken or would grow over `most`. */
export async function inflate(bytes: Uint8Array, most: number): Promise<Uint8Array | null> {
  const { writable, readable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // What is wrong with the bytes is heard on the reading side.
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return join(parts, length);
      if (value === undefined) continue;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
}

export function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

const AT_ONCE = 8_192;

/** One character a byte, so that places in the text are places in the file. */
export function latin1Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  }
  return parts.join("");
}
