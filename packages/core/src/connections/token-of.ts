import { isFailure, SourceFailure } from "@besunny/connectors/sources/failures";
import type { Sources } from "@besunny/connectors/sources/registry";
import { z } from "zod";

import type { Sealer } from "../context";
import { connectionId } from "../ids";
import type { Caller } from "../operation/caller";
import { flow } from "../operation/flow";
import { KeptTokens, tokensOf } from "./contract/tokens";
import { giveRefreshBack } from "./give-refresh-back";
import { keepTokens } from "./keep-tokens";
import { noteTrouble } from "./note-trouble";
import { readTokens } from "./read-tokens";
import { takeRefresh } from "./take-refresh";

/** A token that ends within this time is refreshed before it is used. */
const EARLY_MS = 60_000;
const LOOK_AGAIN_MS = 150;
const LONGEST_WAIT_MS = 90_000;

type Tools = { caller: Caller; sealer: Sealer; sources: Sources; now: () => Date };
type Read = Awaited<ReturnType<typeof readTokens>>;

/**
 * Returns a token of a connection, the only operation that opens sealed tokens. A token that ends soon, or that the provider has refused, is
 * refreshed: by one worker, while the others wait and read what it kept. Rejects with `reconnect-needed`, and then the connection says so.
 */
export const tokenOf = flow("connections.token-of", {
  title: "Use a token of a connection",
  permission: "source.sync",
  input: z.object({ id: connectionId, refused: z.string().nullable().default(null) }),
  output: z.object({ token: z.string() }),
  doors: [],
  uses: ["sealer", "sources"],
  audit: { notAudited: "It happens before each request to a provider." },

  async handle({ caller, sealer, sources, clock }, { id, refused }) {
    const tools = { caller, sealer, sources, now: clock };
    const waitsUntil = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const read = await readTokens(caller, { id });
      const tokens = opened(tools, id, read);
      if (!needsRefresh(read, tokens, { refused, now: clock() }))
        return { token: tokens.accessToken };
      if (read.state === "reconnect") throw reconnect(read.stateReason);
      const { isTaken } = await takeRefresh(caller, { id, version: read.version });
      if (isTaken) return { token: await refresh(tools, id, { read, tokens }) };
      if (Date.now() > waitsUntil)
        throw new SourceFailure("provider-down", "The token could not be refreshed in time.", {});
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  },
});

function needsRefresh(
  { provider, expiresAt }: Read,
  { accessToken }: KeptTokens,
  { refused, now }: { refused: string | null; now: Date },
): boolean {
  if (accessToken === refused) return true;
  return (
    provider !== "imap" && expiresAt !== null && expiresAt.getTime() - EARLY_MS <= now.getTime()
  );
}

function opened({ sealer }: Tools, id: string, read: Read): KeptTokens {
  if (!read.sealed || read.state === "revoked") throw reconnect(read.stateReason);
  return KeptTokens.parse(JSON.parse(sealer.open(read.sealed, tokensOf(id))));
}

async function refresh(
  { caller, sealer, sources }: Tools,
  id: string,
  { read, tokens }: { read: Read; tokens: KeptTokens },
): Promise<string> {
  try {
    const client = sources.clientOf(read.provider, read);
    if (read.provider === "imap")
      throw new SourceFailure("reconnect-needed", "The mailbox refused its password.", {
        reason: "password-changed",
      });
    if (!client || tokens.refreshToken === null)
      throw new SourceFailure("reconnect-needed", "The right to read has ended.", {
        reason: "expired",
      });
    const { refreshToken } = tokens;
    const { consentedAt } = read;
    const fresh = await (await sources.oauth()).refresh({ client, refreshToken, consentedAt });
    const kept = {
      accessToken: fresh.accessToken,
      refreshToken: fresh.refreshToken ?? refreshToken,
    };
    await keepTokens(caller, {
      id,
      sealed: sealer.seal(JSON.stringify(kept), tokensOf(id)),
      expiresAt: fresh.expiresAt,
    });
    return kept.accessToken;
  } catch (error) {
    const again = await readTokens(caller, { id });
    if (again.version !== read.version && again.sealed)
      return KeptTokens.parse(JSON.parse(sealer.open(again.sealed, tokensOf(id)))).accessToken;
    await endRefresh(caller, id, { read, error });
    throw error;
  }
}

/** Returns the right to refresh, and says where the person has to connect again. */
async function endRefresh(
  caller: Caller,
  id: string,
  { read, error }: { read: Read; error: unknown },
): Promise<void> {
  await giveRefreshBack(caller, { id, version: read.version });
  if (!isFailure(error, "reconnect-needed")) return;
  const { reason } = error.details;
  await noteTrouble(caller, { id, trouble: { kind: "reconnect", reason, message: error.message } });
}

function reconnect(reason: string | null) {
  const known = ["expired", "revoked", "testing-ended", "password-changed", "consent"] as const;
  return new SourceFailure("reconnect-needed", "The account has to be connected again.", {
    reason: known.find((each) => each === reason) ?? "revoked",
  });
}
