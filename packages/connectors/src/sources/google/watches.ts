import { randomUUID } from "node:crypto";

import { isFailure } from "../failures";
import type { HookAddress, Watch } from "../source";
import type { Answered, Google } from "./client";
import { units } from "./paces";
import type { Stop } from "./patience";

const A_WEEK = 7 * 24 * 60 * 60 * 1000;

type Channel = { id?: string | null; resourceId?: string | null; expiration?: string | null };
type Wish = { id: string; type: string; address: string; token: string; expiration: string };

/**
 * Opens a channel on which Google says that something changed. Its life is asked for, and read back: Google may give less. A channel cannot be
 * renewed, so adapters of Google have no `renew`: watch again, then unwatch the old one.
 */
export async function openChannel(
  google: Google,
  { url, secret }: HookAddress,
  now: Date,
  ask: (requestBody: Wish, stop: Stop) => Promise<Answered<Channel>>,
): Promise<Watch> {
  const expiration = String(now.getTime() + A_WEEK);
  const wish = { id: randomUUID(), type: "web_hook", address: url, token: secret, expiration };
  const how = { units: units.drive.other, about: "watch" as const };
  const { id, resourceId, expiration: given } = await google.ask(how, (stop) => ask(wish, stop));
  return {
    id: id ?? wish.id,
    expiresAt: new Date(Number(given ?? expiration)),
    resource: resourceId ?? null,
  };
}

/** Closes a channel. One that Google knows no more is closed already. */
export async function closeChannel(
  google: Google,
  { id, resource }: Watch,
  ask: (
    requestBody: { id: string; resourceId: string | null },
    stop: Stop,
  ) => Promise<Answered<unknown>>,
): Promise<void> {
  try {
    await google.call({ units: units.drive.other, about: "watch" }, (stop) =>
      ask({ id, resourceId: resource }, stop),
    );
  } catch (error) {
    if (!isFailure(error, "refused") || error.details.code !== "not-found") throw error;
  }
}
