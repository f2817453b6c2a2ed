import type { Browser } from "@playwright/test";

import type { Desk } from "./desks";
import { notedOf, openPage } from "./open-page";

export type Figures = {
  js_kb: number;
  kb: number;
  requests: number;
  prefetches: number;
  lcp_ms: number;
  long_task_ms: number;
  cls: number;
  /** When the first page of a document was painted; null on other screens. */
  first_page_ms: number | null;
};

/** Opens a screen once and returns what went over the wire (compressed) and when it was drawn. */
export async function measurePage(
  browser: Browser,
  desk: Desk,
  path: string,
  isDocument: boolean,
): Promise<Figures> {
  const sent = { js: 0, all: 0, requests: 0, prefetches: 0 };
  const scripts = new Set<string>();
  const { context, page } = await openPage(browser, desk, path, async (page) => {
    const wire = await page.context().newCDPSession(page);
    await wire.send("Network.enable");
    wire.on("Network.requestWillBeSent", ({ request }) => {
      sent.requests++;
      if ("Next-Router-Prefetch" in request.headers) sent.prefetches++;
      else if ("next-router-prefetch" in request.headers) sent.prefetches++;
    });
    wire.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      sent.all += encodedDataLength;
      if (scripts.has(requestId)) sent.js += encodedDataLength;
    });
  });
  if (isDocument)
    await page
      .waitForFunction(() => window.benchNoted.firstPage, null, { timeout: 20_000 })
      .catch(() => {});
  const noted = await notedOf(page);
  await context.close();
  return {
    js_kb: sent.js / 1000,
    kb: sent.all / 1000,
    requests: sent.requests,
    prefetches: sent.prefetches,
    lcp_ms: noted.lcp,
    long_task_ms: Math.max(0, ...noted.tasks),
    cls: noted.cls,
    first_page_ms: isDocument ? noted.firstPage : null,
  };
}
