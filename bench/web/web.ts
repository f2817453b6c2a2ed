import { type Browser, chromium } from "@playwright/test";

import { startProduct } from "../api/start-product";
import { percentile, type Report } from "../report";
import { type Desk, fillDesk } from "./desks";
import { type Figures, measurePage } from "./measure-page";
import { measureScroll } from "./measure-scroll";

const ROUNDS = 3;
const keys = ["js_kb", "kb", "requests", "prefetches", "lcp_ms", "long_task_ms", "cls"] as const;

type Options = { against?: string; rows?: string; rounds?: string; only?: string; url?: string };

/**
 * Opens the main screens of the web app in Chromium with an empty cache, in workspaces of several sizes. With `--against` the product of another
 * checkout runs beside this one, and the two take turns.
 */
export async function web(options: Options): Promise<Report> {
  const port = Number(new URL(options.url ?? "http://localhost:4170").port);
  const rounds = Number(options.rounds ?? ROUNDS);
  const sizes = (options.rows ?? "0,30,10000").split(",").map(Number);
  const checkouts = [...(options.against ? [options.against] : []), "."];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const products: Awaited<ReturnType<typeof startProduct>>[] = [];
  try {
    for (const [at, checkout] of checkouts.entries())
      products.push(await startProduct(checkout, port + 10 * at));
    const desks: { build: string; rows: number; desk: Desk }[] = [];
    for (const rows of sizes)
      for (const [at, product] of products.entries()) {
        const build = at === products.length - 1 ? "now" : "before";
        desks.push({ build, rows, desk: await fillDesk(product, rows) });
      }
    return await figuresOf(browser, desks, rounds, options.only);
  } finally {
    await browser.close();
    for (const product of products) await product.stop();
  }
}

async function figuresOf(
  browser: Browser,
  desks: { build: string; rows: number; desk: Desk }[],
  rounds: number,
  only?: string,
): Promise<Report> {
  const found = new Map<string, number[]>();
  const add = (key: string, value: number) => {
    found.set(key, [...(found.get(key) ?? []), value]);
  };
  for (let round = 0; round < rounds; round++)
    for (const { build, rows, desk } of desks) {
      for (const [screen, path] of Object.entries(desk.screens)) {
        if (only && only !== screen) continue;
        const figures: Figures = await measurePage(browser, desk, path, screen === "document");
        for (const key of keys) add(`${build}_${rows}_${screen}_${key}`, figures[key]);
        if (figures.first_page_ms !== null)
          add(`${build}_${rows}_${screen}_first_page_ms`, figures.first_page_ms);
        console.error(`${build}, ${rows} rows, ${screen}: ${JSON.stringify(figures)}`);
      }
      if (only && only !== "scroll") continue;
      const scrolled = await measureScroll(browser, desk);
      add(`${build}_${rows}_scroll_longest_task_ms`, scrolled.longestTask);
      add(`${build}_${rows}_scroll_requests`, scrolled.requests);
    }
  const report: Report = {};
  for (const [key, values] of found) report[key] = percentile(values, 0.5);
  for (const [key, value] of Object.entries(report)) {
    const before = report[key.replace(/^now_/, "before_")];
    if (key.startsWith("now_") && typeof value === "number" && typeof before === "number")
      if (before > 0) report[key.replace(/^now_/, "ratio_")] = value / before;
  }
  return report;
}
