import { DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";

export type KmsOptions = {
  /** An id, an ARN or an alias. */
  keyId: string;
  region?: string | undefined;
  endpoint?: string | undefined;
};

/** A key in AWS KMS, which never leaves it. */
export type Kms = {
  encrypt(bytes: Uint8Array, context: Record<string, string>): Promise<Uint8Array>;
  decrypt(sealed: Uint8Array, context: Record<string, string>): Promise<Uint8Array>;
};

const MOST_TRIES = 5;

/** Returns a key of AWS KMS, or of a server that speaks its protocol (then with `endpoint`). Credentials are found as the AWS SDK finds them. */
export function createKms({ keyId, region, endpoint }: KmsOptions): Kms {
  const client = new KMSClient({
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    maxAttempts: MOST_TRIES,
  });
  return {
    async encrypt(bytes, context) {
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({ KeyId: keyId, Plaintext: bytes, EncryptionContext: context }),
      );
      return given(CiphertextBlob);
    },
    async decrypt(sealed, context) {
      const { Plaintext } = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: sealed, EncryptionContext: context }),
      );
      return given(Plaintext);
    },
  };
}

function given(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error("The key service sent no bytes");
  return bytes;
}
