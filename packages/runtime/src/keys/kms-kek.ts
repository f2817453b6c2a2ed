import type { Kms } from "@besunny/connectors/kms/kms";

import type { Kek } from "./kek";

/** Returns a main key that stays in AWS KMS. Its context names what is wrapped, so KMS unwraps it as that alone. */
export function kmsKek(keyId: string, kms: Kms): Kek {
  const contextOf = ({ owner, version }: { owner: string; version: number }) => ({
    owner,
    version: String(version),
  });
  return {
    id: `kms:${keyId}`,
    place: "kms",
    wrap: (key, of) => kms.encrypt(key, contextOf(of)),
    unwrap: (wrapped, of) => kms.decrypt(wrapped, contextOf(of)),
  };
}
