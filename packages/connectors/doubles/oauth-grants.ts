import { createHash } from "node:crypto";

import type { World } from "./world";

export type Request = {
  clientId: string;
  redirectUri: string;
  challenge: string | null;
  nonce: string | null;
};
export type Given = { address: string; scopes: string[]; consentedAt: Date };
type Code = Request & Given & { expiresAt: number; grant: string | null };
type Refresh = Given & { clientId: string; grant: string; isUsed: boolean; isRevoked: boolean };

export class GrantError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const CODE_MS = 10 * 60 * 1000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The codes and refresh tokens of an OAuth double. All times are those of the world's clock. */
export function createGrants(
  world: World,
  options: { isRotating: boolean; isTesting: () => boolean; dead: string },
) {
  const codes = new Map<string, Code>();
  const refreshes = new Map<string, Refresh>();
  let count = 0;
  const next = (kind: string) =>
    `${kind}-${(++count).toString().padStart(5, "0")}-${createHash("sha256").update(`${kind}${count}`).digest("hex").slice(0, 16)}`;
  const dead = (): never => {
    throw new GrantError("invalid_grant", options.dead);
  };
  const revokeGrant = (grant: string | null) => {
    for (const one of refreshes.values()) if (one.grant === grant) one.isRevoked = true;
  };
  const issueRefresh = (given: Given & { clientId: string }, grant: string) => {
    const token = next("refresh");
    const { address, scopes, consentedAt, clientId } = given;
    refreshes.set(token, {
      address,
      scopes,
      consentedAt,
      clientId,
      grant,
      isUsed: false,
      isRevoked: false,
    });
    return token;
  };

  return {
    issueCode(request: Request, given: Given): string {
      const code = next("code");
      const expiresAt = world.now().getTime() + CODE_MS;
      codes.set(code, { ...request, ...given, expiresAt, grant: null });
      return code;
    },
    /** A code is good once. If it comes again, what it brought is taken back. */
    useCode(code: string, by: { clientId: string; redirectUri: string; verifier: string | null }) {
      const found = codes.get(code);
      if (!found || found.clientId !== by.clientId) return dead();
      if (found.grant) {
        revokeGrant(found.grant);
        return dead();
      }
      if (found.expiresAt < world.now().getTime()) return dead();
      if (found.redirectUri !== by.redirectUri) {
        throw new GrantError("redirect_uri_mismatch", "The redirect_uri is another one.");
      }
      const challenge = createHash("sha256")
        .update(by.verifier ?? "")
        .digest("base64url");
      if (found.challenge && found.challenge !== challenge) {
        throw new GrantError("invalid_grant", "Invalid code verifier.");
      }
      found.grant = next("grant");
      return { given: found, refreshToken: issueRefresh(found, found.grant) };
    },
    useRefresh(token: string, clientId: string) {
      const found = refreshes.get(token);
      if (!found || found.isRevoked || found.clientId !== clientId) return dead();
      const age = world.now().getTime() - found.consentedAt.getTime();
      if (options.isTesting() && age >= WEEK_MS) return dead();
      if (!options.isRotating) return { given: found, refreshToken: null };
      if (found.isUsed) return dead();
      found.isUsed = true;
      return { given: found, refreshToken: issueRefresh(found, found.grant) };
    },
    /** Takes back all that a person gave, or all that came with one token. Returns the addresses that it met. */
    revoke({ address, token }: { address?: string; token?: string }): string[] {
      if (token) revokeGrant(refreshes.get(token)?.grant ?? null);
      for (const one of refreshes.values()) if (one.address === address) one.isRevoked = true;
      const known = token ? refreshes.get(token)?.address : address;
      return known ? [known] : [];
    },
  };
}
