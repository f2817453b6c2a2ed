import { afterEach, beforeEach, expect, test } from "vitest";

import { googleDoubles } from "../../../doubles/google/google";
import { ANA, seedWorld } from "../../../doubles/seed";
import { accountAt } from "../../../doubles/serving/accounts";
import { type Doubles, startDoubles } from "../../../doubles/serving/server";
import { createTokenBook } from "../../../doubles/serving/tokens";
import { isFailure } from "../failures";
import { createLimiter } from "../limiter";
import type { Source } from "../source";
import { createCalendarSource } from "./calendar";
import { scopeOf } from "./client";
import { createDriveSource } from "./drive";
import { createGmailSource } from "./gmail";

let doubles: Doubles;
beforeEach(async () => {
  const { world } = seedWorld();
  const tokens = createTokenBook(world);
  doubles = await startDoubles({ world, tokens, manners: googleDoubles({ world, tokens }) });
});
afterEach(() => doubles.close());

const tools = () => ({ limiter: createLimiter({ paces: {} }), apiUrl: doubles.url });

/** Lists all of a source with a token of a consent that allowed only this. */
async function countWith(source: Source, scopes: string[]): Promise<number> {
  const account = accountAt({ tokens: doubles.tokens, provider: "google", address: ANA });
  const token = doubles.tokens.issue(ANA, { scopes, service: "google" });
  account.token = async () => token;
  let count = 0;
  const never = new AbortController().signal;
  for await (const { items } of source.enumerate(account, {}, null, never)) {
    count += items.filter(({ isFolder }) => !isFolder).length;
  }
  return count;
}

test("each source works with its own right, and names the one that it lacks", async () => {
  const mail = createGmailSource(tools());
  expect(await countWith(mail, ["openid", scopeOf("gmail")])).toBe(11);
  const drive = createDriveSource(tools());
  expect(await countWith(drive, ["openid", scopeOf("drive")])).toBe(10);
  const calendar = createCalendarSource(tools());
  expect(await countWith(calendar, ["openid", scopeOf("calendar")])).toBe(7);
  for (const [source, lane] of [
    [mail, "gmail"],
    [drive, "drive"],
    [calendar, "calendar"],
  ] as const) {
    const failure = await countWith(source, ["openid"]).catch((error: unknown) => error);
    expect(isFailure(failure, "scope-missing") && failure.details.scope).toBe(scopeOf(lane));
  }
});
