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
import { createReprocessBatch } from "../batches/create-reprocess-batch";
import { createUploadBatch } from "../batches/create-upload-batch";
import { pauseBatch } from "../batches/pause-batch";
import { resumeBatch } from "../batches/resume-batch";
import { signUp } from "../identity/sign-up";
import { startRun } from "../processing/runs/start-run";
import { markReady } from "../processing/stages/mark-ready";
import { isLiveWorkWaiting } from "./is-live-work-waiting";

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

test("it sees who waits in any workspace, from the upload to the end, but no backfill and nothing paused", async () => {
  const person = { name: "Ada", email: "ada@example.test", password: "long enough 1" };
  const { user, workspace } = await signUp(anIdentityContext({ db }), {
    ...person,
    workspaceName: "mill",
  });
  const actor = {
    kind: "user" as const,
    ...user,
    role: "owner" as const,
    projects: [],
    via: signedIn,
  };
  const ctx = { ...(await aContext()), db, workspaceId: workspace.id, actor };
  const background = inBackground(ctx);
  const isWaiting = () => isLiveWorkWaiting(aJobAcross({ db }, "reprocess-document"), {});
  expect(await isWaiting()).toBe(false);

  const { id: batchId } = await createUploadBatch(ctx, { expectedCount: 1 });
  const { id } = await aDocument(ctx, { batchId });
  expect(await isWaiting()).toBe(true);
  await pauseBatch(ctx, { id: batchId });
  expect(await isWaiting()).toBe(false);
  await resumeBatch(ctx, { id: batchId });
  const run = await runOf(ctx, id);
  await startRun(background, run);
  expect(await isWaiting()).toBe(true);
  await pauseBatch(ctx, { id: batchId });
  expect(await isWaiting()).toBe(true);
  await markReady(background, run);
  expect(await isWaiting()).toBe(false);

  await createReprocessBatch(ctx, { ids: [id] });
  await startRun(background, await runOf(ctx, id));
  expect(await isWaiting()).toBe(false);
});
