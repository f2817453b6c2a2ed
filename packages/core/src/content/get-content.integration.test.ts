import { Readable } from "node:stream";

import { expect, test } from "vitest";

import { aContext, auditOf, throughKey } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { getContent } from "./get-content";

const files = { stream: async () => Readable.from("x") };
const openings = async (ctx: WorkspaceContext) =>
  (await auditOf(ctx)).filter(({ operation }) => operation === "content.record-opening");

test.each([
  [
    "an original that is asked for as a file",
    { isShown: false, mediaType: "application/pdf" },
    false,
  ],
  ["what no browser may show in place", { isShown: true, mediaType: "text/html" }, false],
  ["what is only looked at", { isShown: true, mediaType: "application/pdf" }, true],
])(
  "opening %s leaves a row that says whether it was a download",
  async (_what, { isShown, mediaType }, isShownInPlace) => {
    const ctx = await aContext({ files });
    const { id } = await aDocument(ctx, { mediaType });

    const { isInline, open } = await getContent(ctx, { id, isShown });
    expect(await openings(ctx)).toEqual([]);
    await open();

    expect(isInline).toBe(isShownInPlace);
    expect(await openings(ctx)).toMatchObject([
      { actorId: ctx.actor.id, input: { id, isInline: isShownInPlace }, subjects: [id] },
    ]);
  },
);

test("a download through a key names the key; one that is refused or next door leaves no word", async () => {
  const ctx = await aContext({ files });
  const { id } = await aDocument(ctx);

  await expect(getContent(throughKey(ctx, ["write"]), { id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const neighbour = await aContext({ role: "owner" });
  await expect(getContent(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect([...(await openings(ctx)), ...(await openings(neighbour))]).toEqual([]);

  const { open } = await getContent(throughKey(ctx, ["read"], "key_1"), { id });
  await open();
  expect(await openings(ctx)).toMatchObject([{ actorKeyId: "key_1", input: { id } }]);
});
