import { randomUUID } from "node:crypto";

import { afterAll, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject } from "../../test/documents";
import { addComment } from "../comments/add-comment";
import { noteVisit } from "./note-visit";

const { index, close } = await anIndex();
afterAll(close);

const HOUR_MS = 3_600_000;
const later = (hours: number) => ({ clock: () => new Date(Date.now() + hours * HOUR_MS) });

test("news are what came since the visit before this one, however often the page is opened", async () => {
  const ctx = await aContext({ index });
  const colleague = await aColleague(ctx);
  expect(await noteVisit(ctx, {})).toEqual({ since: null, ready: 0, failed: 0, comments: 0 });

  const { id } = await aReadyDocument(colleague, randomUUID());
  await addComment(colleague, { documentId: id, text: "Look" });
  await addComment(ctx, { documentId: id, text: "I looked" });
  const news = { since: expect.any(Date), ready: 1, failed: 0, comments: 1 };
  expect(await noteVisit({ ...ctx, ...later(1) }, {})).toEqual(news);
  expect(await noteVisit({ ...ctx, ...later(1.2) }, {})).toEqual(news);
  expect(await noteVisit({ ...ctx, ...later(3) }, {})).toMatchObject({ ready: 0, comments: 0 });
});

test("nothing is counted that the person may not see, nor that is next door", async () => {
  const owner = await aContext({ role: "owner", index });
  const { project, outsider } = await aRestrictedProject(owner);
  const neighbour = await aContext({ role: "owner", index });
  for (const ctx of [outsider, neighbour, owner]) await noteVisit(ctx, {});
  await aReadyDocument(owner, randomUUID(), { projectIds: [project.id] });

  for (const ctx of [outsider, neighbour])
    expect(await noteVisit({ ...ctx, ...later(1) }, {})).toMatchObject({ ready: 0 });
  expect(await noteVisit({ ...owner, ...later(1) }, {})).toMatchObject({ ready: 1 });
});
