import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";

import { aColleague, aContext, auditOf } from "../../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
} from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { LEAST_SURE } from "../contract/least-sure";
import { getDocument } from "../get-document";
import { trashDocuments } from "../trash-documents";
import { acceptTypes } from "./accept-types";
import { countToReview } from "./count-to-review";
import { listToReview } from "./list-to-review";
import { withdrawTypes } from "./withdraw-types";

const { index, close } = await anIndex();
afterAll(close);

type Candidate = { name: string; confidence: number };

/** A document whose models named these candidates; the first is its type where it is sure enough. */
const typed = (
  ctx: WorkspaceContext,
  candidates: Candidate[],
  type: Candidate | null = null,
  given: { title?: string; projectIds?: string[] } = {},
) =>
  aReadyDocument(ctx, randomUUID(), {
    ...given,
    understanding: anUnderstanding({
      type: {
        name: type?.name ?? null,
        confidence: type?.confidence ?? null,
        candidates,
        evidence: [],
      },
    }),
  });

const ids = async (ctx: WorkspaceContext, below?: number) =>
  (await listToReview(ctx, { below })).items.map(({ id }) => id);

test("the queue holds what is not sure, the least sure first, without candidates that mean nothing", async () => {
  const ctx = await aContext({ index });
  const half = await typed(ctx, [
    { name: "memo", confidence: 0.5 },
    { name: "letter", confidence: 0.3 },
    { name: "report", confidence: 0.004 },
  ]);
  const blank = await typed(ctx, []);
  const weak = { name: "invoice", confidence: 0.6 };
  const followed = await typed(ctx, [weak], weak);
  const sure = { name: "contract", confidence: 0.9 };
  const certain = await typed(ctx, [sure], sure);

  expect(await ids(ctx)).toEqual([blank.id, half.id, followed.id]);
  expect(await ids(ctx, 0.95)).toEqual([blank.id, half.id, followed.id, certain.id]);
  expect(await countToReview(ctx, {})).toEqual({ count: 3 });
  const { items, total } = await listToReview(ctx, { limit: 2 });
  expect(total).toBe(3);
  expect(items.map(({ sureness }) => sureness)).toEqual([0, 0.5]);
  expect(items[1]?.candidates.map(({ name }) => name)).toEqual(["memo", "letter"]);
});

test("types are accepted together, once, and taken back together", async () => {
  const ctx = await aContext({ index });
  const guess = [{ name: "memo", confidence: 0.5 }];
  const [one, other, gone] = [
    await typed(ctx, guess),
    await typed(ctx, guess),
    await typed(ctx, guess),
  ];
  await trashDocuments(ctx, { ids: [gone.id] });
  const items = [one, other, gone, one].map(({ id }) => ({ id, type: "memo" }));

  expect(await acceptTypes(ctx, { items })).toEqual({ ids: [one.id, other.id] });
  expect(await acceptTypes(ctx, { items })).toEqual({ ids: [] });
  expect(await ids(ctx)).toEqual([]);
  expect(await getDocument(ctx, { id: one.id })).toMatchObject({ type: "memo", status: "ready" });
  const [row] = (await auditOf(ctx)).filter(
    ({ operation }) => operation === "documents.accept-types",
  );
  expect(row?.subjects).toEqual(expect.arrayContaining([one.id, other.id]));

  expect(await withdrawTypes(ctx, { ids: [one.id, other.id] })).toEqual({
    ids: expect.arrayContaining([one.id, other.id]),
  });
  expect((await ids(ctx)).toSorted()).toEqual([one.id, other.id].toSorted());
  expect(await getDocument(ctx, { id: one.id })).toMatchObject({
    type: null,
    status: "needs_review",
  });
});

test("a type that the workspace does not offer is not accepted", async () => {
  const ctx = await aContext({ index });
  const { id } = await typed(ctx, [{ name: "memo", confidence: 0.5 }]);

  expect(await acceptTypes(ctx, { items: [{ id, type: "love letter" }] })).toEqual({ ids: [] });
});

test("people find only what they may change: none of it next door, and nothing for viewers", async () => {
  const { project, insider, outsider } = await aRestrictedProject({ index });
  const { id } = await typed(insider, [{ name: "memo", confidence: 0.5 }], null, {
    projectIds: [project.id],
  });
  const reader = await aColleague(insider, { projects: [{ id: project.id, role: "reader" }] });
  const viewer = await aColleague(insider, { role: "viewer" });
  const neighbour = await aContext({ role: "owner" });
  const items = [{ id, type: "memo" }];

  expect(await ids(insider)).toEqual([id]);
  for (const other of [reader, outsider, neighbour]) {
    expect(await ids(other)).toEqual([]);
    expect(await countToReview(other, {})).toEqual({ count: 0 });
    expect(await acceptTypes(other, { items })).toEqual({ ids: [] });
  }
  await expect(listToReview(viewer, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(acceptTypes(viewer, { items })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await acceptTypes(insider, { items });
  for (const other of [reader, outsider, neighbour])
    expect(await withdrawTypes(other, { ids: [id] })).toEqual({ ids: [] });
});

test("the threshold is the one that the shipped model was calibrated to", () => {
  const model = readFileSync(
    new URL("../../../../ai/src/models/types.json", import.meta.url),
    "utf8",
  );
  expect(JSON.parse(model).threshold).toBe(LEAST_SURE);
});
