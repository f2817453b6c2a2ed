import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { overflow } from "./fixtures";
import { followRequests, settled } from "./settled";

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
/** A window of 1280 pixels at 200 %. */
const enlarged = { width: 640, height: 400 };

async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
}

/** Expects that everybody can use a screen, in light and dark colours, and that it never scrolls sideways. */
export async function expectUsable(page: Page, screen: string): Promise<void> {
  followRequests(page);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(screen);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await settled(page);
  expect.soft(await faults(page), `${screen}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect.soft(await faults(page, ["color-contrast"]), `${screen}, dark`).toEqual([]);
  for (const size of [enlarged, phone]) {
    await page.setViewportSize(size);
    await expect
      .soft(
        async () => expect(await overflow(page)).toBeLessThanOrEqual(0),
        `${screen}, ${size.width}`,
      )
      .toPass({ timeout: 5_000 });
  }
  expect.soft(await faults(page), `${screen}, on a phone`).toEqual([]);
  await page.setViewportSize(wide);
}

/** Returns the list in so many parts, one of each in turn. */
export function inParts(list: readonly string[], parts: number): string[][] {
  return Array.from({ length: parts }, (_, at) => list.filter((_, index) => index % parts === at));
}
