/** What a paper is sealed with: a private key and the certificate chain that names its owner. */
export type SealKey = {
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
  /** DER, the owner's first. */
  readonly certificates: readonly Buffer[];
};
