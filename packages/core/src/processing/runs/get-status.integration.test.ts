import { describe, expect, test } from "vitest";

import { aContext, anIdentityContext, database, inBackground } from "../../../test/contexts";
import { aRecord, aRestrictedProject, aStartedDocument } from "../../../test/documents";
import { correctType } from "../../documents/correct-type";
import { findActor } from "../../identity/find-actor";
import { listClassifications } from "../../understanding/list-classifications";
import { beginStage } from "../stages/begin-stage";
import { endStage } from "../stages/end-stage";
import { recordUnderstanding } from "../stages/record-understanding";
import { getStatus } from "./get-status";

describe("getStatus and listClassifications", () => {
  test("show the stages, the results and what people said instead", async () => {
    const ctx = await aContext();
    const background = inBackground(ctx);
    const { id, run } = await aStartedDocument(ctx);
    await beginStage(background, { ...run, stage: "read" });
    await endStage(background, { ...run, stage: "read", state: "finished", durationMs: 10 });
    await recordUnderstanding(background, { ...run, ...aRecord() });
    await correctType(ctx, { id, type: "memo" });

    expect(await getStatus(ctx, { id })).toMatchObject({
      status: "processing",
      stages: [{ name: "read", state: "finished", durationMs: 10 }],
      etaSeconds: null,
    });
    expect(await listClassifications(ctx, { id })).toMatchObject({
      items: [{ type: { name: "contract" } }],
      corrections: [{ before: "contract", after: "memo" }],
    });
  });

  test("show nothing next door, nor to who is not in a restricted project", async () => {
    const { project, insider, outsider } = await aRestrictedProject();
    const { id } = await aStartedDocument(insider, { projectIds: [project.id] });

    for (const stranger of [outsider, await aContext({ role: "owner" })]) {
      await expect(getStatus(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listClassifications(stranger, { id })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});

test("findActor gives a person only in a workspace that they belong to, while they are signed in", async () => {
  const { project, insider } = await aRestrictedProject();
  const { workspaceId } = await aContext();
  const userId = insider.actor.id;
  const { sessions } = database.identity;
  const { id } = await sessions.create({
    userId,
    app: "web",
    userAgent: "",
    ip: "",
    expiresAt: new Date(Date.now() + 60_000),
  });
  const via = { kind: "session" as const, id };

  expect(
    await findActor(anIdentityContext(), { workspaceId: insider.workspaceId, userId, via }),
  ).toMatchObject({
    id: userId,
    role: "member",
    projects: [{ id: project.id, role: "contributor" }],
  });
  expect(await findActor(anIdentityContext(), { workspaceId, userId, via })).toBeNull();
  await sessions.revokeAll(userId, new Date());
  expect(
    await findActor(anIdentityContext(), { workspaceId: insider.workspaceId, userId, via }),
  ).toBeNull();
});
