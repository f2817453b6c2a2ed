import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { Signer } from "@besunny/core/context";

/** RFC 8410: a private key of Ed25519 in PKCS #8, before its 32 bytes. */
const PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SEED_BYTES = 32;
const ID_BYTES = 8;

type Pair = { id: string; secret: KeyObject; open: KeyObject };

/** Returns what signs with the newest of these keys (32 bytes each, base64) and knows signatures of all. The keys are Ed25519, one for each. */
export function createSigner({
  current,
  before = [],
}: {
  current: string;
  before?: readonly string[];
}): Signer {
  const newest = pairOf(current);
  const pairs = [newest, ...before.map(pairOf)];
  return {
    sign: (text) => ({
      keyId: newest.id,
      signature: sign(null, Buffer.from(text), newest.secret).toString("base64"),
    }),
    isSigned(text, { keyId, signature }) {
      const pair = pairs.find(({ id }) => id === keyId);
      if (!pair) return null;
      return verify(null, Buffer.from(text), pair.open, Buffer.from(signature, "base64"));
    },
    publicKeys: () =>
      pairs.map(({ id, open }) => ({
        id,
        pem: String(open.export({ type: "spki", format: "pem" })),
      })),
  };
}

function pairOf(key: string): Pair {
  const seed = Buffer.from(
    hkdfSync("sha256", Buffer.from(key, "base64"), "", "besunny signatures", SEED_BYTES),
  );
  const secret = createPrivateKey({
    key: Buffer.concat([PREFIX, seed]),
    format: "der",
    type: "pkcs8",
  });
  const open = createPublicKey(secret);
  const id = createHash("sha256")
    .update(open.export({ type: "spki", format: "der" }))
    .digest();
  return { id: id.subarray(0, ID_BYTES).toString("hex"), secret, open };
}
