import type { World } from "../world";

/** The account and the rights of a token. */
export type Caller = { address: string; scopes: readonly string[]; service: string | null };

type Kept = Caller & { expiresAt: number; isRevoked: boolean };

export type TokenBook = ReturnType<typeof createTokenBook>;

/** The access tokens that doubles accept. They expire by the clock of the world. */
export function createTokenBook(world: World) {
  const kept = new Map<string, Kept>();
  let count = 0;
  return {
    issue(address: string, given: Partial<Caller> & { seconds?: number; token?: string } = {}) {
      const { scopes = [], service = null, seconds = 3600 } = given;
      const token = given.token ?? `access-${(++count).toString().padStart(6, "0")}`;
      const expiresAt = world.now().getTime() + seconds * 1000;
      kept.set(token, { address, scopes, service, expiresAt, isRevoked: false });
      return token;
    },
    look(token: string): Caller | null {
      const found = kept.get(token);
      if (!found || found.isRevoked || found.expiresAt <= world.now().getTime()) return null;
      return found;
    },
    revoke(token: string) {
      const found = kept.get(token);
      if (found) found.isRevoked = true;
    },
    revokeAllOf(address: string) {
      for (const one of kept.values()) if (one.address === address) one.isRevoked = true;
    },
  };
}
