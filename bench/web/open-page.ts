import type { Browser, BrowserContext, Page } from "@playwright/test";

import type { Desk } from "./desks";

/** Numbers that the page itself notes from its first moment. */
export type Noted = { lcp: number; cls: number; tasks: number[]; firstPage: number | null };

declare global {
  interface Window {
    benchNoted: Noted;
  }
}

/** Opens an address in a new context, whose cache is empty, signed in unless it is the sign-in itself. */
export async function openPage(
  browser: Browser,
  { product }: Desk,
  path: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (path !== "/sign-in") {
    const cookies = product
      .headers()
      .cookie.split("; ")
      .map((cookie) => {
        const [name = "", ...value] = cookie.split("=");
        return { name, value: value.join("="), url: product.url };
      });
    await context.addCookies(cookies);
  }
  const page = await context.newPage();
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name ??= (named) => named");
  await page.addInitScript(noteInPage);
  await prepare(page);
  await page.goto(product.url + path, { waitUntil: "load" });
  await page.waitForLoadState("networkidle", { timeout: 20_000 }).catch(() => {});
  await page.waitForTimeout(1_000);
  return { context, page };
}

/** Returns what the page noted. */
export function notedOf(page: Page): Promise<Noted> {
  return page.evaluate(() => window.benchNoted);
}

function noteInPage(): void {
  const noted: Noted = { lcp: 0, cls: 0, tasks: [], firstPage: null };
  window.benchNoted = noted;
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  watch("largest-contentful-paint", ({ startTime }) => {
    noted.lcp = startTime;
  });
  watch("layout-shift", (entry) => {
    if ("value" in entry && !("hadRecentInput" in entry && entry.hadRecentInput))
      noted.cls += Number(entry.value);
  });
  watch("longtask", ({ duration }) => noted.tasks.push(duration));

  // A page counts as painted when a large picture has loaded, or a large canvas has more than one colour.
  const isPainted = (element: HTMLImageElement | HTMLCanvasElement) => {
    const { width, height } = element.getBoundingClientRect();
    if (width < 200 || height < 200) return false;
    if (element instanceof HTMLImageElement) return element.complete && element.naturalWidth > 0;
    const small = new OffscreenCanvas(24, 24).getContext("2d");
    if (!small || element.width === 0) return false;
    small.drawImage(element, 0, 0, 24, 24);
    const pixels = new Uint32Array(small.getImageData(0, 0, 24, 24).data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const look = () => {
    const all = document.querySelectorAll<HTMLImageElement | HTMLCanvasElement>(
      "main img, main canvas",
    );
    if ([...all].some(isPainted)) noted.firstPage = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
