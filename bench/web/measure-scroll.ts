import type { Browser } from "@playwright/test";

import type { Desk } from "./desks";
import { notedOf, openPage } from "./open-page";

const TURNS = 60;
const STEP = 900;

/** Scrolls the library for about six seconds. Returns its longest task in milliseconds and the requests that it made. */
export async function measureScroll(
  browser: Browser,
  desk: Desk,
): Promise<{ longestTask: number; requests: number }> {
  const { context, page } = await openPage(browser, desk, "/library");
  const tasksBefore = (await notedOf(page)).tasks.length;
  let requests = 0;
  page.on("request", () => {
    requests++;
  });
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < TURNS; turn++) {
    await page.mouse.wheel(0, STEP);
    await page.waitForTimeout(100);
  }
  const { tasks } = await notedOf(page);
  await context.close();
  return { longestTask: Math.max(0, ...tasks.slice(tasksBefore)), requests };
}
