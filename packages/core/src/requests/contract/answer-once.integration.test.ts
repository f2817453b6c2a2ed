import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import { aDocument, aRestrictedProject } from "../../../test/documents";
import { fileDocuments } from "../../documents/file-documents";
import { renameDocument } from "../../documents/rename-document";
import { answerOnce } from "./answer-once";

const answer = (body: string, status = 201) => ({ status, mediaType: "application/json", body });
const aRequest = (about = "/documents") => ({
  key: randomUUID(),
  fingerprint: "POST /documents",
  about,
});

test("the same key again gives the first answer, and the work is done once", async () => {
  const ctx = await aContext();
  const request = aRequest();
  let done = 0;
  const work = async () => {
    done += 1;
    return answer(`${done}`);
  };

  const first = await answerOnce(ctx, request, work);
  expect(await answerOnce(ctx, request, work)).toEqual({ ...first, isReplayed: true });

  expect([done, first.isReplayed]).toEqual([1, false]);
});

test("a key belongs to its person and workspace alone", async () => {
  const ctx = await aContext();
  const request = aRequest();
  await answerOnce(ctx, request, async () => answer("mine"));

  for (const other of [await aColleague(ctx), await aContext()])
    expect(await answerOnce(other, request, async () => answer("theirs"))).toMatchObject({
      answer: { body: "theirs" },
      isReplayed: false,
    });
});

test("a key used for another request is refused, and one whose work is not done yet", async () => {
  const ctx = await aContext();
  const request = aRequest();

  await answerOnce(ctx, request, async () => {
    await expect(answerOnce(ctx, request, async () => answer("too"))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    return answer("first");
  });

  await expect(
    answerOnce(ctx, { ...request, fingerprint: "POST /search" }, async () => answer("other")),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a failure on our side is forgotten, so that it can be tried again", async () => {
  const ctx = await aContext();
  const request = aRequest();
  await expect(
    answerOnce(ctx, request, () => Promise.reject(new Error("crashed"))),
  ).rejects.toThrow("crashed");
  await answerOnce(ctx, request, async () => answer("broken", 503));

  expect(await answerOnce(ctx, request, async () => answer("well"))).toMatchObject({
    answer: { body: "well" },
    isReplayed: false,
  });
});

test("an answer is kept for a day", async () => {
  const ctx = await aContext();
  const request = aRequest();
  await answerOnce(ctx, request, async () => answer("old"));

  const tomorrow = { ...ctx, clock: () => new Date(Date.now() + 25 * 3_600_000) };

  expect(await answerOnce(tomorrow, request, async () => answer("new"))).toMatchObject({
    answer: { body: "new" },
  });
});

test("an answer is not given again to who may no longer see what it is about", async () => {
  const { project, admin, insider, outsider } = await aRestrictedProject();
  const { id } = await aDocument(admin);
  const rename = async () =>
    answer(JSON.stringify(await renameDocument(outsider, { id, title: "Known to all" })), 200);
  const [named, answered] = [aRequest(`/documents/${id}`), aRequest()];
  await answerOnce(outsider, named, async () => answer("", 204));
  await answerOnce(outsider, answered, rename);

  await fileDocuments(insider, { projectId: project.id, add: [id] });

  for (const request of [named, answered])
    await expect(answerOnce(outsider, request, rename)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
});

test("an answer is not given again to who may no longer do what was done", async () => {
  const ctx = await aContext();
  const { id } = await aDocument(ctx);
  const request = aRequest();
  const rename = async () =>
    answer(JSON.stringify(await renameDocument(ctx, { id, title: "Mine" })), 200);
  await answerOnce(ctx, request, rename);
  const demoted = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const } };

  await expect(answerOnce(demoted, request, rename)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await answerOnce(ctx, request, rename)).toMatchObject({ isReplayed: true });
});
