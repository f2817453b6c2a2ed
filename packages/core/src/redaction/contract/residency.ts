import { z } from "zod";

import { count } from "../../shapes";
import { type Region, regions } from "./region-words";

export const region = z.enum(regions);

/** Servers whose maker names their region. */
const known: Readonly<Record<string, Region>> = {
  "eu.api.openai.com": "eu",
  "us.api.openai.com": "us",
};

export const providerHost = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, "Give the name of a server, without https://");

/** A server as its workspace describes it: its region, or that it may be used outside of the region, and why. */
export const ProviderRule = z.object({
  host: providerHost,
  region: region.nullable(),
  isAllowed: z.boolean(),
  reason: z.string().trim().min(3, "Say why").max(300),
});
export type ProviderRule = z.infer<typeof ProviderRule>;

export const Residency = z.object({
  region: region.nullable(),
  providers: z.array(
    z.object({
      host: z.string(),
      region: region.nullable(),
      isOwn: z.boolean(),
      isAllowed: z.boolean(),
      reason: z.string().nullable(),
      mayBeUsed: z.boolean(),
      calls: count,
    }),
  ),
});

type Rule = { host: string; region: string | null; isAllowed: boolean };

export function hostOf(server: string): string {
  return URL.canParse(server) ? new URL(server).hostname : server;
}

/** Returns whether a server is in the house: the machine itself, or an address that no other network reaches. */
export function isOfHouse(host: string): boolean {
  return (
    /^(localhost|.*\.(localhost|local|internal|lan)|\[::1\])$/.test(host) ||
    /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)
  );
}

/** Returns the region of a server, as its maker or the workspace says; null if nobody says it. */
export function regionOf(host: string, rules: readonly Rule[]): Region | null {
  const stated = region.safeParse(rules.find((rule) => rule.host === host)?.region);
  return stated.data ?? known[host] ?? null;
}

/** Returns whether texts of a workspace may go to a server. Without a region of the workspace they may. */
export function mayBeUsed(
  host: string,
  { region: own, rules }: { region: string | null; rules: readonly Rule[] },
): boolean {
  if (own === null || isOfHouse(host)) return true;
  if (rules.some((rule) => rule.host === host && rule.isAllowed)) return true;
  return regionOf(host, rules) === own;
}

/** Returns the sentence with which a text is kept back; null if it may go. */
export function residencyRefusal(
  server: string,
  of: { region: string | null; rules: readonly Rule[] },
): string | null {
  const host = hostOf(server);
  if (mayBeUsed(host, of)) return null;
  const place = regionOf(host, of.rules);
  const where = place ? `is in ${place.toUpperCase()}` : "says no region";
  return `The workspace keeps to ${of.region?.toUpperCase()}, and ${host} ${where}. An admin may allow it under “What is sent”.`;
}
