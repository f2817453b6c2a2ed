import { mailOf, pdfOf } from "./seed-bytes";
import {
  ANA,
  BEN,
  CARLA,
  DAVID,
  drives,
  events,
  files,
  mails,
  people,
  type SeedFile,
} from "./seed-items";
import {
  bigContent,
  type Content,
  contentOf,
  createWorld,
  type World,
  type WorldDrive,
} from "./world";

export { ANA, BEN, CARLA, DAVID };

const DAY = 24 * 60 * 60 * 1000;

const mediaTypes: Record<SeedFile["kind"], string> = {
  pdf: "application/pdf",
  text: "text/plain",
  csv: "text/csv",
  html: "text/html",
  markdown: "text/markdown",
  doc: "application/vnd.google-apps.document",
  sheet: "application/vnd.google-apps.spreadsheet",
  slides: "application/vnd.google-apps.presentation",
  form: "application/vnd.google-apps.form",
};

export type Seed = {
  world: World;
  /** By the short names: `g-own`, `g-team`, `m-own`, `m-site`, `d-own`. */
  drives: Record<string, WorldDrive>;
  calendars: Record<string, string>;
};

/** Returns a world of 60 things: 32 files in five drives, 16 mails and 12 events of four people. */
export function seedWorld(world: World = createWorld()): Seed {
  for (const { address, name } of people) world.addPerson(address, name);
  world.addGroup("staff@harbour.example", "Staff", [ANA, BEN, CARLA]);
  const made = Object.fromEntries(
    drives.map(({ key, ...drive }) => [
      key,
      world.addDrive({ ...drive, members: drive.owner ? [] : [ANA, BEN, CARLA] }),
    ]),
  );
  const folders = new Map<string, string>();
  for (const file of files) addSeedFile(world, made, folders, file);
  for (const mail of mails) deliverSeedMail(world, mail);
  return { world, drives: made, calendars: addSeedEvents(world) };
}

function addSeedFile(
  world: World,
  made: Record<string, WorldDrive>,
  folders: Map<string, string>,
  { drive, folder, name, kind, lines }: SeedFile,
): void {
  const driveId = made[drive]?.id ?? "";
  const key = `${drive}/${folder}`;
  if (folder && !folders.has(key)) folders.set(key, world.addFolder({ driveId, name: folder }).id);
  world.addFile({
    driveId,
    parentId: folders.get(key) ?? null,
    name,
    mediaType: mediaTypes[kind],
    content: kind === "pdf" ? contentOf(pdfOf(lines)) : contentOf(`${lines.join("\n")}\n`),
    marks: kind === "form" ? ["form"] : [],
    ...(folder === "Quay 4" && { grants: [{ kind: "user" as const, address: DAVID }] }),
  });
}

function deliverSeedMail(world: World, mail: (typeof mails)[number]): void {
  world.advance(60 * 60 * 1000);
  const at = world.now();
  const messageId = `${mail.thread}.${at.getTime()}@mail.harbour.example`;
  const attachments = mail.pdf
    ? [{ name: mail.pdf, type: "application/pdf", bytes: pdfOf([mail.subject, mail.text]) }]
    : [];
  const { from, to, subject, text } = mail;
  world.deliver({
    mailbox: to,
    threadId: `${mail.thread}-${to}`,
    labels: mail.labels ?? ["INBOX"],
    raw: mailOf({ from, to, subject, text, at, messageId, attachments }),
  });
}

function addSeedEvents(world: World): Record<string, string> {
  const calendars = Object.fromEntries(
    [ANA, BEN].map((owner) => [owner, world.addCalendar(owner, owner).id]),
  );
  const start = Date.UTC(2026, 10, 2);
  for (const {
    owner,
    title,
    day,
    hour,
    minutes,
    series,
    isPrivate,
    isAllDay,
    ...event
  } of events) {
    const beganAt = new Date(start + day * DAY + hour * 60 * 60 * 1000);
    world.addEvent({
      calendarId: calendars[owner] ?? "",
      title,
      beganAt,
      endedAt: new Date(beganAt.getTime() + minutes * 60 * 1000),
      zone: "Europe/Berlin",
      organiser: owner,
      seriesId: series ?? null,
      isPrivate: isPrivate ?? false,
      isAllDay: isAllDay ?? false,
      attendees: (event.with ?? []).map((address) => ({ address, name: null, answer: "accepted" })),
    });
  }
  return calendars;
}

/** Adds that many files in folders of `perFolder`, and returns their ids. All share one content, so that they cost little. */
export function addManyFiles(
  world: World,
  {
    driveId,
    count,
    perFolder = 500,
    parentId = null,
    content = bigContent(100_000, 97),
  }: {
    driveId: string;
    count: number;
    perFolder?: number;
    parentId?: string | null;
    content?: Content;
  },
): string[] {
  const ids: string[] = [];
  let folder = parentId;
  for (let number = 0; number < count; number++) {
    if (number % perFolder === 0 && count > perFolder) {
      folder = world.addFolder({ driveId, parentId, name: `Folder ${number / perFolder + 1}` }).id;
    }
    const name = `File ${(number + 1).toString().padStart(6, "0")}.txt`;
    ids.push(world.addFile({ driveId, parentId: folder, name, content }).id);
  }
  return ids;
}
