/** Longest side of a photo as it is sent. */
const SENT_SIDE = 2000;
const QUALITY = 0.82;
const BYTES = "application/octet-stream";

/** A photo as a JPEG of at most 2000 pixels; anything the browser cannot draw goes as it is. */
export async function shrunk(file: File): Promise<Blob> {
  const plain = new Blob([file], { type: BYTES });
  if (!file.type.startsWith("image/")) return plain;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return plain;
  const scale = Math.min(1, SENT_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, "image/jpeg", QUALITY);
  const made = await promise;
  return made === null ? plain : new Blob([made], { type: BYTES });
}
