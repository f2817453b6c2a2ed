import { createDatabase } from "@besunny/db/database";
import { freshDatabase } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  aContext,
  aJobAcross,
  anIdentityContext,
  inBackground,
  signedIn,
} from "../../test/contexts";
import { aDocument, runOf } from "../../test/documents";
import { aTakenFile } from "../../test/sources";
import { signUp } from "../identity/sign-up";
import { startRun } from "../processing/runs/start-run";
import { markReady } from "../processing/stages/mark-ready";
import { mayArrivedRunGo } from "./may-arrived-run-go";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

async function aPerson(email: string) {
  const given = { name: "Ada", email, password: "long enough 1", workspaceName: "mill" };
  const { user, workspace } = await signUp(anIdentityContext({ db }), given);
  const own = { role: "owner" as const, projects: [], via: signedIn };
  const actor = { kind: "user" as const, ...user, ...own };
  return { ...(await aContext()), db, workspaceId: workspace.id, actor };
}

test("while people wait one arrived document goes on and the others wait for it; else all go", async () => {
  const ctx = await aPerson("ada@example.test");
  const neighbour = await aPerson("bo@example.test");
  const background = inBackground(ctx, undefined, "process-arrived-document");
  const ids: string[] = [];
  for (const text of ["one", "two", "three"]) ids.push((await aTakenFile(ctx, text)).documentId);
  const runs = await Promise.all(ids.map((id) => runOf(ctx, id)));
  const job = aJobAcross({ db }, "process-arrived-document");
  const mayGo = () => Promise.all(runs.map(({ runId }) => mayArrivedRunGo(job, { runId })));

  // A first sync alone takes all of its places.
  expect(await mayGo()).toEqual([true, true, true]);

  // Somebody waits, in whatever workspace. Nothing has begun, so that the first that asks may go.
  const { id: uploaded } = await aDocument(neighbour);
  expect(await mayGo()).toEqual([true, true, true]);
  const [first, second] = runs;
  if (!first || !second) throw new Error("There are no runs");
  await startRun(background, first);
  expect(await mayGo()).toEqual([true, false, false]);
  // Two that had begun before: the earlier one goes on, and the other waits within its run.
  await startRun(background, second);
  expect(await mayGo()).toEqual([true, false, false]);
  await markReady(background, first);
  expect(await mayGo()).toEqual([true, true, false]);

  const upload = await runOf(neighbour, uploaded);
  await startRun(inBackground(neighbour), upload);
  expect(await mayGo()).toEqual([true, true, false]);
  await markReady(inBackground(neighbour), upload);
  expect(await mayGo()).toEqual([true, true, true]);
});
