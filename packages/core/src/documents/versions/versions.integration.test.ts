import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  process,
  uploadText,
  wordVectors,
} from "../../../test/documents";
import { unlockedKeyOf } from "../../content/contract/readable-key";
import { getText } from "../../content/get-text";
import { correctType } from "../correct-type";
import { deleteDocuments } from "../delete-documents";
import { getDocument } from "../get-document";
import { trashDocuments } from "../trash-documents";
import { compareVersions } from "./compare-versions";
import { restoreVersion } from "./restore-version";
import { uploadVersion } from "./upload-version";

const { index, close } = await anIndex();
afterAll(close);

async function aFile(text: string) {
  const path = join(tmpdir(), `besunny-version-${randomUUID()}`);
  await writeFile(path, text);
  return { path, fileName: "lease 2.txt", mediaType: "text/plain" };
}

/** A document that reads its file line by line, ready in its first version. */
async function aLease() {
  const ctx = await aContext({
    role: "admin",
    index,
    reader: {
      read: async ({ path }) => {
        const { readFile } = await import("node:fs/promises");
        return aModel(...(await readFile(path, "utf8")).split("\n"));
      },
    },
    ai: { ...wordVectors, understand: async () => anUnderstanding() },
  });
  const mark = randomUUID();
  const first = `Lease ${mark}\nThe rent is 4,100.\nNotice is 30 days.`;
  const { document } = await uploadText(ctx, first);
  await process(ctx, document.id);
  const second = await aFile(first.replace("4,100", "4,340"));
  return { ctx, id: document.id, second };
}

test("a new version is read, and keeps the title and what people said", async () => {
  const { ctx, id, second } = await aLease();
  const before = await correctType(ctx, { id, type: "memo" });
  await ctx.files.write(unlockedKeyOf(ctx.workspaceId, id), Buffer.from("of the first version"));

  expect(await uploadVersion(ctx, { id, ...second })).toMatchObject({
    version: 2,
    status: "pending",
  });
  await process(ctx, id);

  const now = await getDocument(ctx, { id });
  expect(now).toMatchObject({
    title: before.title,
    fileName: "lease 2.txt",
    type: "memo",
    version: 2,
    versions: [{ number: 2 }, { number: 1 }],
  });
  expect((await getText(ctx, { id })).text).toContain("4,340");
});

test("versions can be compared, and an earlier one restored", async () => {
  const { ctx, id, second } = await aLease();
  await uploadVersion(ctx, { id, ...second });
  await process(ctx, id);

  const { parts, isSame } = await compareVersions(ctx, { id, from: 1, to: 2 });
  expect(isSame).toBe(false);
  expect(parts.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "The rent is 4,100.\n" },
    { kind: "added", text: "The rent is 4,340.\n" },
  ]);

  await restoreVersion(ctx, { id, number: 1 });
  await process(ctx, id);
  expect((await getText(ctx, { id })).text).toContain("4,100");
  expect(await compareVersions(ctx, { id, from: 1, to: 3 })).toMatchObject({ isSame: true });

  await trashDocuments(ctx, { ids: [id] });
  await deleteDocuments(ctx, { ids: [id] });
  await expect(getDocument(ctx, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the same file is no new version, and a document that is being read takes none", async () => {
  const { ctx, id, second } = await aLease();
  await uploadVersion(ctx, { id, ...second });
  await expect(uploadVersion(ctx, { id, ...(await aFile(randomUUID())) })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await process(ctx, id);
  await expect(uploadVersion(ctx, { id, ...second })).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await getDocument(ctx, { id })).versions).toHaveLength(2);
});

test("versions are refused to viewers, and out of reach next door", async () => {
  const { ctx, id, second } = await aLease();
  const viewer = await aColleague(ctx, { role: "viewer" });
  const neighbour = await aContext({ index });

  await expect(uploadVersion(viewer, { id, ...second })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(restoreVersion(viewer, { id, number: 1 })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  for (const attempt of [
    () => uploadVersion(neighbour, { id, ...second }),
    () => restoreVersion(neighbour, { id, number: 1 }),
    () => compareVersions(neighbour, { id, from: 1, to: 1 }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
