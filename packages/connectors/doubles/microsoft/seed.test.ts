import { afterAll, beforeAll, expect, test } from "vitest";

import { createDropboxSource } from "../../src/sources/dropbox/files";
import { createLimiter } from "../../src/sources/limiter";
import { createOutlookCalendarSource } from "../../src/sources/microsoft/calendar";
import { createDriveSource } from "../../src/sources/microsoft/drive";
import { createOutlookSource } from "../../src/sources/microsoft/mail";
import type { Item, Root, Source } from "../../src/sources/source";
import { createDropboxDouble } from "../dropbox/dropbox";
import { keepingSink } from "../kit/driving";
import { ANA, type Seed, seedWorld } from "../seed";
import { accountAt } from "../serving/accounts";
import { type Doubles, startDoubles } from "../serving/server";
import { createMicrosoftDouble } from "./microsoft";

const never = new AbortController().signal;
let seed: Seed;
let doubles: Doubles;

beforeAll(async () => {
  seed = seedWorld();
  const manners = [
    createMicrosoftDouble(seed.world).manner,
    createDropboxDouble(seed.world).manner,
  ];
  doubles = await startDoubles({ world: seed.world, manners });
});
afterAll(() => doubles.close());

/** Reads all that a person can choose, as they would: each root, each item of it, and its bytes. */
async function readAll(source: Source): Promise<{ roots: Root[]; items: Item[]; bytes: number }> {
  const { provider } = source.facts;
  const account = accountAt({ tokens: doubles.tokens, provider, address: ANA });
  const roots: Root[] = [];
  for await (const root of source.listRoots(account)) {
    if (root.isChoosable) roots.push(root);
    else for await (const below of source.listRoots(account, root.ref)) roots.push(below);
  }
  const items: Item[] = [];
  let bytes = 0;
  for (const { ref: root } of roots) {
    for await (const page of source.enumerate(account, root, null, never)) {
      for (const item of page.items.filter(({ isFolder }) => !isFolder)) {
        items.push(item);
        if (item.skip || item.event) continue;
        const { size } = await source.fetch(account, { ...item, root }, keepingSink(), never);
        bytes += size;
      }
    }
    expect(await source.count?.(account, root)).toBeGreaterThanOrEqual(0);
  }
  return { roots, items, bytes };
}

const tools = () => ({
  apiUrl: doubles.url,
  limiter: createLimiter({ paces: {}, now: seed.world.now }),
  now: seed.world.now,
});
const filesIn = (...keys: string[]) =>
  [...seed.world.files.values()].filter(
    (file) => !file.isFolder && keys.some((key) => seed.drives[key]?.id === file.driveId),
  );
const sizeOf = (files: ReturnType<typeof filesIn>) =>
  files.reduce((sum, { content }) => sum + content.size, 0);

test("the seed is read whole through OneDrive and SharePoint", async () => {
  const { roots, items, bytes } = await readAll(createDriveSource(tools()));
  expect(roots.map(({ kind }) => kind)).toEqual(["onedrive", "sharepoint"]);
  const files = filesIn("m-own", "m-site");
  expect(items.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
  expect(bytes).toBe(sizeOf(files));
});

test("the seed is read whole through Dropbox", async () => {
  const { items, bytes } = await readAll(createDropboxSource(tools()));
  const files = filesIn("d-own");
  expect(items.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
  expect(bytes).toBe(sizeOf(files));
});

test("the seed is read whole through Outlook", async () => {
  const mails = [...seed.world.messages.values()].filter(({ mailbox }) => mailbox === ANA);
  const { items, bytes } = await readAll(createOutlookSource(tools()));
  expect(items.map(({ id }) => id).sort()).toEqual(mails.map(({ id }) => id).sort());
  expect(bytes).toBe(mails.reduce((sum, { raw }) => sum + raw.length, 0));
  const events = [...seed.world.events.values()].filter(
    ({ calendarId }) => seed.calendars[ANA] === calendarId,
  );
  const calendar = await readAll(createOutlookCalendarSource(tools()));
  expect(calendar.items.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort());
});
