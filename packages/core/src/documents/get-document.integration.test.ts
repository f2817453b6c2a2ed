import { ReadingError } from "@besunny/reading/contract/reading-error";
import { describe, expect, test } from "vitest";

import { aContext, inBackground } from "../../test/contexts";
import {
  aDocument,
  aModel,
  aReader,
  aRestrictedProject,
  runOf,
  uploadText,
} from "../../test/documents";
import { findParsedDocument } from "../content/find-parsed-document";
import { getContent } from "../content/get-content";
import { getHtml } from "../content/get-html";
import { getPage } from "../content/get-page";
import { getPageImage } from "../content/get-page-image";
import { getReadingReport } from "../content/get-reading-report";
import { getText } from "../content/get-text";
import type { WorkspaceContext } from "../context";
import { getTimeline } from "../processing/runs/get-timeline";
import { startRun } from "../processing/runs/start-run";
import { readDocument } from "../processing/stages/read-document";
import { getDocument } from "./get-document";

const looks: [string, (ctx: WorkspaceContext, id: string) => Promise<unknown>][] = [
  ["getDocument", (ctx, id) => getDocument(ctx, { id })],
  ["getTimeline", (ctx, id) => getTimeline(ctx, { id })],
  ["getContent", (ctx, id) => getContent(ctx, { id })],
  ["getPageImage", (ctx, id) => getPageImage(ctx, { id, page: 1 })],
  ["getPage", (ctx, id) => getPage(ctx, { id, page: 1 })],
  ["getHtml", (ctx, id) => getHtml(ctx, { id })],
  ["getText", (ctx, id) => getText(ctx, { id })],
  ["getReadingReport", (ctx, id) => getReadingReport(ctx, { id })],
  ["findParsedDocument", (ctx, id) => findParsedDocument(ctx, { id })],
];

describe("every look at a document", () => {
  test.each(looks)("%s shows nothing next door", async (_, look) => {
    const { id } = await aDocument(await aContext());

    await expect(look(await aContext({ role: "owner" }), id)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test.each(looks)("%s shows nothing to who is not in its restricted project", async (_, look) => {
    const { project, insider, outsider } = await aRestrictedProject();
    const { id } = await aDocument(insider, { projectIds: [project.id] });

    await expect(look(outsider, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("getDocument", () => {
  test("says nothing of where its bytes lie, nor of who else may see it", async () => {
    const ctx = await aContext();
    const { document } = await uploadText(ctx, "Private");

    const told = JSON.stringify(await getDocument(ctx, { id: document.id }));

    expect(told).not.toContain("uploads/");
    expect(told).not.toContain("access");
    expect(told).not.toContain("filedIn");
  });
});

describe("getPageImage", () => {
  test("says why a document has no pictures, and that there is no such page", async () => {
    const refusal = new ReadingError("UNSUPPORTED_TYPE", "There is none.", "Look at its text.");
    const renderPage = () => Promise.reject(refusal);
    const ctx = await aContext({ reader: { renderPage, ...aReader(aModel("One page")) } });
    const { document } = await uploadText(ctx, "Only text");
    const { id } = document;

    await expect(getPageImage(ctx, { id, page: 1 })).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
      hint: "Look at its text.",
    });
    const run = await runOf(ctx, id);
    await startRun(inBackground(ctx), run);
    await readDocument(inBackground(ctx), run);
    await expect(getPageImage(ctx, { id, page: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("leaves a fault of the reader's own a fault of ours", async () => {
    const renderPage = () => Promise.reject(new Error("broken"));
    const ctx = await aContext({ reader: { renderPage } });
    const { document } = await uploadText(ctx, "A page");

    await expect(getPageImage(ctx, { id: document.id, page: 1 })).rejects.toThrow("broken");
  });

  test("draws a page once for each of its few widths, whatever is asked for", async () => {
    let drawn = 0;
    const renderPage = async ({ width }: { width: number }) => {
      expect([320, 640]).toContain(width);
      drawn += 1;
      return Buffer.from(`picture ${drawn}`);
    };
    const ctx = await aContext({ reader: { renderPage } });
    const { document } = await uploadText(ctx, "A page");
    const ask = async (width: number) =>
      Buffer.from(await getPageImage(ctx, { id: document.id, page: 1, width })).toString();

    expect([await ask(300), await ask(301), await ask(320)]).toEqual(Array(3).fill("picture 1"));
    expect([await ask(321), await ask(600)]).toEqual(Array(2).fill("picture 2"));
    expect(await ctx.files.list(`derived/${ctx.workspaceId}/${document.id}`)).toHaveLength(2);
  });
});
