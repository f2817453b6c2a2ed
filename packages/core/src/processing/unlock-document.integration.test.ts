import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { ReadingError } from "@besunny/reading/contract/reading-error";
import type { Reader } from "@besunny/reading/pool/reader";
import { expect, test } from "vitest";

import { aColleague, aContext, auditOf, inBackground } from "../../test/contexts";
import { aModel, anIndex, aReadyDocument, runOf, uploadText } from "../../test/documents";
import { getContent } from "../content/get-content";
import { getReadingReport } from "../content/get-reading-report";
import { getDocument } from "../documents/get-document";
import { startRun } from "./runs/start-run";
import { failDocument } from "./stages/fail-document";
import { readDocument } from "./stages/read-document";
import { unlockDocument } from "./unlock-document";

const locked = new ReadingError("ENCRYPTED", "It has a password.", "Give it.");

/** A reader to which "sesame" opens everything. */
const reader: Pick<Reader, "unlock"> = {
  unlock: async ({ password }) => {
    if (password !== "sesame") throw locked;
    return Buffer.from("opened");
  },
};

async function aLockedDocument() {
  const ctx = await aContext({ reader });
  const { document } = await uploadText(ctx, "scrambled");
  const run = await runOf(ctx, document.id);
  const background = inBackground(ctx);
  await startRun(background, run);
  const { code, message, remedy } = locked;
  await failDocument(background, { ...run, code, message, remedy });
  return { ctx, id: document.id };
}

test("a password opens a document: it is processed again from a copy, and the original stays", async () => {
  const { ctx, id } = await aLockedDocument();

  await unlockDocument(ctx, { id, password: "sesame" });

  expect(await getDocument(ctx, { id })).toMatchObject({ status: "pending", error: null });
  expect(await text(await (await getContent(ctx, { id, isShown: true })).open())).toBe("opened");
  expect(await text(await (await getContent(ctx, { id })).open())).toBe("scrambled");

  let seen = "";
  const run = await runOf(ctx, id);
  const read: Reader["read"] = async ({ path }) => {
    seen = await readFile(path, "utf8");
    return aModel("Opened.");
  };
  const background = inBackground(ctx, { files: ctx.files, reader: { read } });
  await startRun(background, run);
  await readDocument(background, run);
  expect(seen).toBe("opened");
});

test("the audit log says who opened a document, and never the password", async () => {
  const { ctx, id } = await aLockedDocument();

  await unlockDocument(ctx, { id, password: "sesame" });

  const rows = await auditOf(ctx);
  expect(rows.find(({ operation }) => operation === "processing.unlock-document")).toMatchObject({
    subjects: [id],
    input: { id, password: "***" },
  });
  expect(JSON.stringify(rows)).not.toContain("sesame");
});

test("a wrong password changes nothing and says what to do", async () => {
  const { ctx, id } = await aLockedDocument();

  await expect(unlockDocument(ctx, { id, password: "wrong" })).rejects.toMatchObject({
    code: "ENCRYPTED",
    hint: expect.stringContaining("capitals"),
  });
  expect(await getDocument(ctx, { id })).toMatchObject({ status: "failed" });
  expect(await text(await (await getContent(ctx, { id, isShown: true })).open())).toBe("scrambled");
});

test("a document that waits for no password takes none, nor does one a second time", async () => {
  const { ctx, id } = await aLockedDocument();
  await unlockDocument(ctx, { id, password: "sesame" });

  await expect(unlockDocument(ctx, { id, password: "sesame" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("an archive that was read without its protected files takes their password later", async () => {
  const { index, close } = await anIndex();
  const ctx = await aContext({ reader, index });
  const model = { ...aModel("open.txt, closed.txt"), isPartlyLocked: true as const };
  const { id } = await aReadyDocument(ctx, "scrambled", { model });
  expect(await getReadingReport(ctx, { id })).toMatchObject({ isPartlyLocked: true });

  await unlockDocument(ctx, { id, password: "sesame" });
  await close();

  expect(await getDocument(ctx, { id })).toMatchObject({ status: "pending" });
  expect(await text(await (await getContent(ctx, { id, isShown: true })).open())).toBe("opened");
});

test("viewers may not unlock, and next door there is nothing to unlock", async () => {
  const { ctx, id } = await aLockedDocument();
  const input = { id, password: "sesame" };

  await expect(
    unlockDocument(await aColleague(ctx, { role: "viewer" }), input),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(
    unlockDocument(await aContext({ role: "owner", reader }), input),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});
