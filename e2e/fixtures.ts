import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  type Page,
} from "@playwright/test";

export type Person = { name: string; email: string; password: string; workspace: string };

type Fixtures = {
  /** A new person with a new workspace, signed in. */
  person: Person;
  uploads: Uploads;
};

type Uploads = {
  /** Picks files as the upload button does. */
  pick(...files: (string | { name: string; mimeType: string; buffer: Buffer })[]): Promise<void>;
  /** Waits until the document of that title is ready in the library. */
  ready(title: string): Promise<void>;
};

export const sampleFiles = resolve(import.meta.dirname, "../apps/cli/sample/files");
export const sample = (name: string) => join(sampleFiles, name);

export const test = base.extend<Fixtures>({
  person: async ({ context }, use) => {
    await use(await aPersonSignedIn(context));
  },

  uploads: async ({ page }, use) => {
    await use({
      pick: async (...files) => {
        await page
          .locator('input[type="file"]:not([webkitdirectory])')
          .first()
          .setInputFiles(files.map((file) => file) as string[]);
        await base.expect(trayOf(page)).toBeVisible();
      },
      ready: async (title) => {
        await isUploaded(page);
        await page.goto(`/library?q=${encodeURIComponent(`status:ready title:"${title}"`)}`);
        await base
          .expect(page.getByRole("link", { name: title }).first())
          .toBeVisible({ timeout: 60_000 });
      },
    });
  },
});

export { expect } from "@playwright/test";

const trayOf = (page: Page) => page.getByRole("region", { name: "Uploads" });

/** Going elsewhere would take the files from those whose upload has not begun. */
async function isUploaded(page: Page): Promise<void> {
  await base
    .expect(trayOf(page).getByText(/^(Uploading|Waiting for its turn)/))
    .toHaveCount(0, { timeout: 60_000 });
}

/** Signs up and signs in through the product's own doors; the browser context holds the session. */
export async function aPersonSignedIn(context: BrowserContext): Promise<Person> {
  const unique = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  const person = {
    name: "Ada Lovelace",
    email: `ada.${unique}@example.com`,
    password: `a long password ${unique}`,
    workspace: `Engines ${unique}`,
  };
  const { workspace: workspaceName, ...rest } = person;
  const response = await context.request.post("/api/trpc/identity.signUp", {
    data: { json: { ...rest, workspaceName } },
    headers: { "x-forwarded-for": anAddress() },
  });
  if (!response.ok()) throw new Error(`Signing up failed: ${await response.text()}`);
  await signIn(context.request, person);
  return person;
}

/** Attempts are counted by it, and many people sign up in one run. */
function anAddress(): string {
  const part = () => Math.floor(Math.random() * 256);
  return `10.${part()}.${part()}.${part()}`;
}

export async function signIn(
  request: APIRequestContext,
  { email, password }: { email: string; password: string },
  url = "",
): Promise<void> {
  const { csrfToken } = await (await request.get(`${url}/api/auth/csrf`)).json();
  await request.post(`${url}/api/auth/callback/credentials`, {
    form: { email, password, csrfToken, json: "true" },
  });
  const session = await (await request.get(`${url}/api/trpc/identity.session`)).json();
  if (!session.result?.data?.json) throw new Error(`Signing in as ${email} failed`);
}

/** The sample workspace's people, with the passwords that were generated for them. */
export function sampleSignIn(role: string): { email: string; password: string } {
  const path = join(process.env.BESUNNY_DATA_DIR ?? ".besunny", "sample-sign-ins.json");
  const all: { role: string; email: string; password: string }[] = JSON.parse(
    readFileSync(path, "utf8"),
  );
  const found = all.find((each) => each.role === role);
  if (!found) throw new Error(`There is no sample sign-in for ${role}`);
  return found;
}

/** Nothing may be wider than the window, or people on phones scroll sideways. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Calls a procedure as the person of a page does. */
export async function call(page: Page, procedure: string, input: object) {
  const response = await page.request.post(`/api/trpc/${procedure}`, { data: { json: input } });
  if (!response.ok()) throw new Error(`${procedure} failed: ${await response.text()}`);
  return (await response.json()).result.data.json;
}

/** A person of the same workspace, signed in to a browser of their own. */
export async function aColleague(page: Page, browser: Browser) {
  const context = await browser.newContext();
  const account = await aPersonSignedIn(context);
  const { url } = await call(page, "members.invite", { email: account.email, role: "member" });
  const token = new URL(url).pathname.split("/").at(-1);
  const theirs = await context.newPage();
  const { workspaceId } = await call(theirs, "identity.joinWorkspace", { token });
  await context.addCookies([
    { name: "besunny.workspace", value: workspaceId, url: new URL(page.url()).origin },
  ]);
  return { page: theirs, account };
}
