import type { CallerPolicy } from "@besunny/db/identity/callers";
import ipaddr from "ipaddr.js";

import type { Bar } from "./bars";

/** The proof that a session has. */
export type Proof = {
  userId: string;
  role: string;
  method: string;
  hasSecondFactor: boolean;
  createdAt: Date;
  ip: string;
};

/** The methods that come from an organisation, which proves a second factor by itself. */
const organisations = ["oidc", "saml"];

/**
 * Returns why the workspace stays closed to the session, or null. Owners who are named to break the glass pass methods and networks with two
 * factors of their own, so that no mistake shuts everybody out.
 */
export function barOf(policy: CallerPolicy | null, proof: Proof, now: Date): Bar | null {
  if (!policy) return null;
  const { methods, needsSecondFactor, sessionHours, networks, breakGlassIds } = policy;
  const { userId, role, method, hasSecondFactor, createdAt, ip } = proof;
  const breaksGlass = breakGlassIds.includes(userId) && role === "owner" && hasSecondFactor;
  const hours = (now.getTime() - createdAt.getTime()) / 3_600_000;
  if (sessionHours !== null && hours > sessionHours) return "too-old";
  if (!breaksGlass && methods.length > 0 && !methods.includes(methodOf(method))) return "method";
  if (!breaksGlass && networks.length > 0 && !isWithin(ip, networks)) return "network";
  const isProven = hasSecondFactor || organisations.includes(method);
  return needsSecondFactor && !isProven ? "second-factor" : null;
}

/** Returns the word of a policy for the way by which a session was opened. */
function methodOf(method: string): string {
  return organisations.includes(method) ? "organisation" : method;
}

/** Returns whether an address is in one of the networks. Text that is no address is in none. */
export function isWithin(ip: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === address.kind() && address.match(base, bits);
  });
}
