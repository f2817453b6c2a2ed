import { Readable } from "node:stream";

import { expect, test } from "vitest";

import { aContext, auditOf, throughKey } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { getContent } from "./get-content";

const files = { stream: async () => Readable.from("x") };
const downloads = async (ctx: WorkspaceContext) =>
  (await auditOf(ctx)).filter(({ action }) => action === "document.downloaded");

test.each([
  ["an original that is asked for as a file", { isShown: false, mediaType: "application/pdf" }, 1],
  ["what no browser may show in place", { isShown: true, mediaType: "text/html" }, 1],
  ["what is only looked at", { isShown: true, mediaType: "application/pdf" }, 0],
])("the audit log is told of %s", async (_what, { isShown, mediaType }, count) => {
  const ctx = await aContext({ files });
  const { id } = await aDocument(ctx, { mediaType });

  const { isInline, open } = await getContent(ctx, { id, isShown });
  expect(await downloads(ctx)).toEqual([]);
  await open();

  expect(isInline).toBe(count === 0);
  expect(await downloads(ctx)).toMatchObject(
    Array.from({ length: count }, () => ({ actorId: ctx.actor.id, input: { id } })),
  );
});

test("a download through a key names the key; one that is refused or next door leaves no word", async () => {
  const ctx = await aContext({ files });
  const { id } = await aDocument(ctx);

  await expect(getContent(throughKey(ctx, ["write"]), { id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const neighbour = await aContext({ role: "owner" });
  await expect(getContent(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect([...(await downloads(ctx)), ...(await downloads(neighbour))]).toEqual([]);

  const { open } = await getContent(throughKey(ctx, ["read"], "key_1"), { id });
  await open();
  expect(await downloads(ctx)).toMatchObject([{ actorKeyId: "key_1", input: { id } }]);
});
