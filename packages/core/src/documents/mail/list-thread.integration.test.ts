import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { Metadata } from "@besunny/document-model/parsed-document";
import { expect, test } from "vitest";
import { aColleague, aContext, inBackground } from "../../../test/contexts";
import { aModel, aReader, aRestrictedProject, runOf, uploadText } from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { startRun } from "../../processing/runs/start-run";
import { readDocument } from "../../processing/stages/read-document";
import { listThread } from "./list-thread";

/** A mail with these headers that was read, or another document without any. Returns its id. */
async function aMail(
  ctx: WorkspaceContext,
  metadata: Metadata | null,
  given: { projectIds?: string[] } = {},
): Promise<string> {
  const builder = createDocumentBuilder({ format: "eml", mediaType: "message/rfc822" });
  builder.add({ kind: "paragraph", text: "Hello" });
  Object.assign(builder.metadata, metadata);
  const reader = aReader(metadata ? builder.build() : aModel("Hello"));
  const { document } = await uploadText(ctx, crypto.randomUUID(), given);
  const run = await runOf(ctx, document.id);
  const background = inBackground({ ...ctx, reader: { ...ctx.reader, ...reader } });
  await startRun(background, run);
  await readDocument(background, run);
  await readDocument(background, run);
  return document.id;
}

const threadOf = async (ctx: WorkspaceContext, id: string) =>
  (await listThread(ctx, { id })).items.map((mail) => mail.id);

test("mails that name each other or one before both are a thread, the oldest first", async () => {
  const ctx = await aContext();
  const answer = await aMail(ctx, {
    messageId: "b@x",
    inReplyTo: "a@x",
    from: "Bo <bo@x.example>",
    sentAt: "2026-01-06T10:00:00+01:00",
  });
  const first = await aMail(ctx, { messageId: "a@x", sentAt: "2026-01-05T10:00:00.000Z" });
  const other = await aMail(ctx, { messageId: "c@x", references: ["a@x"], sentAt: "nonsense" });
  const alone = await aMail(ctx, { messageId: "z@x" });
  const noMail = await aMail(ctx, null);

  for (const id of [first, answer, other])
    expect(await threadOf(ctx, id)).toEqual([first, answer, other]);
  expect((await listThread(ctx, { id: first })).items[1]).toMatchObject({
    sender: "Bo <bo@x.example>",
    sentAt: new Date("2026-01-06T09:00:00Z"),
  });
  expect(await threadOf(ctx, alone)).toEqual([alone]);
  expect(await threadOf(ctx, noMail)).toEqual([]);
});

test("a thread holds no mail that the person may not see, and nothing of next door", async () => {
  const owner = await aContext({ role: "owner" });
  const { project, insider, outsider } = await aRestrictedProject(owner);
  const open = await aMail(owner, { messageId: "a@x" });
  const secret = await aMail(
    owner,
    { messageId: "b@x", references: ["a@x"] },
    { projectIds: [project.id] },
  );
  expect(await threadOf(insider, open)).toEqual(expect.arrayContaining([open, secret]));
  expect(await threadOf(outsider, open)).toEqual([open]);
  await expect(listThread(outsider, { id: secret })).rejects.toMatchObject({ code: "NOT_FOUND" });

  const nextDoor = await aContext({ role: "owner" });
  await aMail(nextDoor, { messageId: "d@x", references: ["a@x"] });
  expect((await threadOf(owner, open)).length).toBe(2);
  await expect(listThread(nextDoor, { id: open })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await threadOf(await aColleague(owner, { role: "viewer" }), open)).toEqual([open]);
});
