import { ANA, startMicrosoft } from "../../../doubles/microsoft/bench";
import { joinUrlOf, userIdOf } from "../../../doubles/microsoft/meetings";
import type { CaseName } from "../../../doubles/source.conformance";
import { describeSource } from "../../../doubles/source.conformance";
import type { World } from "../../../doubles/world";
import { createOutlookCalendarSource } from "./calendar";
import { createOutlookSource } from "./mail";
import { createTeamsSource } from "./transcripts";

const never = (reason: string, ...names: CaseName[]) =>
  Object.fromEntries(names.map((name) => [name, reason]));

const FOLDER = "fld-SU5CT1g";
const noFolders = never(
  "it is chosen folder by folder, and what is in a folder inside is not of it",
  "a folder moved within the root loses nothing",
  "a folder moved in brings all that is below it",
  "a folder moved out takes all that is below it",
);
const own = never(
  "it is the account's own",
  "the account lost an item",
  "the account was given an item again",
);
const fixed = never(
  "it does not change once it is there",
  "an edit changes the revision",
  "a new name keeps id and revision",
  "an item that changes during the listing",
);

const mailHands = (world: World) => {
  const add = (subject: string, text = "Hello.") =>
    world.deliver({
      mailbox: ANA,
      raw: [
        "From: Ben <ben@harbour.example>",
        `Subject: =?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`,
        "",
        text,
      ].join("\r\n"),
    }).id;
  return {
    add,
    addMany: (count: number) => Array.from({ length: count }, (_, n) => add(`Message ${n + 1}`)),
    remove: (id: string) => world.deleteMessage(id),
    takeOut: (id: string) => world.relabel(id, ["Quay"]),
    putBack: (id: string) => world.relabel(id, ["INBOX"]),
    addBig: (bytes: number) => add("Big", "x".repeat(bytes)),
  };
};

describeSource({
  isJson: true,
  name: "a folder of Outlook",
  start: () =>
    startMicrosoft({
      create: createOutlookSource,
      content: ({ path }) => path.endsWith("/$value"),
      prepare: (world) => ({
        root: { kind: "outlook", folder: FOLDER },
        hands: mailHands(world),
      }),
    }),
  cannot: {
    ...noFolders,
    ...own,
    ...fixed,
    ...never("a message that was deleted comes back as another", "a deleted item was restored"),
    ...never("a message has a subject and no name", "names that are odd"),
    ...never("Exchange takes no message above 150 MB", "2 GB are never held"),
    ...never("Graph tells no size of a message", "a body that is too short"),
  },
});

const DAY_MS = 86_400_000;

describeSource({
  isJson: true,
  name: "a calendar of Outlook",
  start: () =>
    startMicrosoft({
      create: createOutlookCalendarSource,
      content: () => false,
      prepare: (world) => {
        const calendarId = world.addCalendar(ANA, "Calendar").id;
        let days = 0;
        const add = (title: string) => {
          const beganAt = new Date(world.now().getTime() + (++days * DAY_MS) / 10);
          const endedAt = new Date(beganAt.getTime() + 1_800_000);
          return world.addEvent({ calendarId, title, beganAt, endedAt }).id;
        };
        return {
          root: { kind: "outlook-calendar", calendar: calendarId },
          hands: {
            add,
            addMany: (count) => Array.from({ length: count }, (_, n) => add(`Event ${n + 1}`)),
            edit: (id, title) => world.changeEvent(id, { title }),
            remove: (id) => world.changeEvent(id, { isCancelled: true }),
            restore: (id) => world.changeEvent(id, { isCancelled: false }),
          },
        };
      },
    }),
  cannot: {
    ...noFolders,
    ...own,
    ...never(
      "an event that leaves its calendar is removed there",
      "an item that left what was chosen is outside, and comes back",
    ),
    ...never("a new name is a new text of the event", "a new name keeps id and revision"),
    ...never(
      "an event has no bytes",
      "the bytes are whole",
      "an item that went after it was listed",
      "an item that may not be read",
      "too many requests while fetching",
      "a body that is cut in the middle",
      "a body that is too short",
      "a connection that breaks before the body",
      "2 GB are never held",
      "an abort while fetching",
    ),
  },
});

const transcriptHands = (world: World, isInCalendar: boolean) => {
  const calendarId = world.addCalendar(ANA, "Calendar").id;
  const add = (subject: string, vtt = `WEBVTT\n\n${subject}`) => {
    const meetingId = world.nextId("meet");
    const { id } = world.addTranscript({ meetingId, organiser: ANA, subject, vtt });
    const beganAt = new Date(world.now().getTime() - 3_600_000);
    const endedAt = new Date(world.now().getTime() - 1_800_000);
    const joinUrl = joinUrlOf(meetingId);
    if (isInCalendar) world.addEvent({ calendarId, title: subject, beganAt, endedAt, joinUrl });
    return `${meetingId}~${id}`;
  };
  return {
    add,
    addMany: (count: number) => Array.from({ length: count }, (_, n) => add(`Meeting ${n + 1}`)),
    remove: () => {
      throw new Error("A transcript cannot be deleted by its organiser");
    },
  };
};

const transcriptsCannot = {
  ...noFolders,
  ...own,
  ...fixed,
  ...never(
    "Graph tells no deletion of a transcript, and the world has none",
    "an item was deleted",
    "a deleted item was restored",
    "an item that goes during the listing",
    "an item that went after it was listed",
    "a comparison after a lost cursor is exact",
  ),
  ...never(
    "a transcript stays with its meeting",
    "an item that left what was chosen is outside, and comes back",
  ),
  ...never("a transcript is named after its meeting and its day", "names that are odd"),
  ...never("a transcript is a text of some hours at most", "2 GB are never held"),
  ...never("Graph tells no size of a transcript", "a body that is too short"),
};

describeSource({
  isJson: true,
  name: "the transcripts of an organiser in Teams",
  start: () =>
    startMicrosoft({
      create: createTeamsSource,
      content: ({ path }) => path.includes("/content"),
      scopes: ["OnlineMeetingTranscript.Read.All"],
      prepare: (world) => ({
        root: { kind: "teams", organiser: userIdOf(ANA) },
        hands: transcriptHands(world, false),
      }),
    }),
  cannot: transcriptsCannot,
});

const isView = ({ path }: { path: string }) => path.startsWith("/v1.0/me/calendarView");

describeSource({
  isJson: true,
  name: "the transcripts of a person's own meetings in Teams",
  start: async () => {
    const bench = await startMicrosoft({
      create: createTeamsSource,
      content: ({ path }) => path.includes("/content"),
      scopes: ["OnlineMeetingTranscript.Read.All"],
      prepare: (world) => ({
        root: { kind: "teams", own: "true" },
        hands: transcriptHands(world, true),
      }),
    });
    return { ...bench, requests: { ...bench.requests, listing: isView, changes: isView } };
  },
  cannot: {
    ...transcriptsCannot,
    ...never(
      "a look reads the last days of the calendar, and has no cursor of Microsoft",
      "nothing changed",
      "the cursor is lost at the first page",
      "the cursor is lost at a middle page",
      "the cursor is lost at the last page",
    ),
  },
});
