import { createHash } from "node:crypto";

import type { EventFacts } from "../src/sources/source";

/** The service whose double shows a thing. People are the same in all of them. */
export type Service = "google" | "microsoft" | "dropbox";

export type WorldPerson = { address: string; name: string };
export type WorldGroup = { ref: string; name: string; members: string[] };
export type WorldGrant =
  | { kind: "user"; address: string }
  | { kind: "group"; ref: string }
  | { kind: "domain"; domain: string }
  | { kind: "anyone" };

/** A drive of a person, or one of an organisation with members. */
export type WorldDrive = {
  id: string;
  service: Service;
  kind: "own" | "shared" | "site";
  name: string;
  owner: string | null;
  members: string[];
  /** False: every request for it answers as if the account had lost it. */
  isReadable: boolean;
  isDeleted: boolean;
};

/** Bytes that are made when asked for, so that a file of 2 GB costs nothing. */
export type Content = {
  size: number;
  sha256: string;
  bytes(from?: number, to?: number): Uint8Array;
};

export type WorldFile = {
  id: string;
  driveId: string;
  parentId: string | null;
  name: string;
  mediaType: string;
  isFolder: boolean;
  content: Content;
  /** Grows with each edit of the bytes. */
  version: number;
  /** Grows with every change, also of name, place and sharing. */
  change: number;
  modifiedAt: Date;
  isTrashed: boolean;
  isDeleted: boolean;
  grants: WorldGrant[];
  shortcutOf: string | null;
  /** Marks of special files: `no-download`, `malware`, `label`, `notebook`, `form`, `paper`. */
  marks: string[];
};

export type WorldMessage = {
  id: string;
  mailbox: string;
  threadId: string;
  /** Labels of Gmail, or the one folder of other mailboxes. */
  labels: string[];
  raw: Buffer;
  receivedAt: Date;
  isDraft: boolean;
  isDeleted: boolean;
  /** A new one comes with every move, unless immutable ids are asked for. */
  placeId: string;
};

export type WorldEvent = EventFacts & {
  id: string;
  calendarId: string;
  title: string;
  change: number;
  /** The addresses of rooms that are booked for it. */
  rooms?: string[];
  kind: "default" | "focusTime" | "workingLocation" | "birthday";
};
export type WorldCalendar = { id: string; owner: string; name: string };
export type WorldTranscript = {
  id: string;
  meetingId: string;
  organiser: string;
  subject: string;
  vtt: string;
  createdAt: Date;
};

/** One change of the world. The doubles make their change feeds of these. */
export type Entry = {
  seq: number;
  at: Date;
  thing: "file" | "drive" | "message" | "event" | "group" | "transcript";
  id: string;
  what:
    | "added"
    | "edited"
    | "renamed"
    | "moved"
    | "trashed"
    | "restored"
    | "deleted"
    | "shared"
    | "relabelled";
  /** The place before, of what was moved, relabelled or deleted. */
  from?: string[];
};

/** A trouble that a double makes for the next requests that match. */
export type Fault = {
  matches: (request: { method: string; path: string }) => boolean;
  times: number;
  does:
    | { kind: "throttle"; status: 403 | 429 | 503; retryAfter?: number }
    | { kind: "status"; status: number; body?: unknown }
    | { kind: "cut"; afterBytes: number }
    | { kind: "stall"; ms: number }
    | { kind: "reset" }
    | { kind: "wrong-length" }
    | { kind: "html-error" }
    | { kind: "duplicate-page" }
    | { kind: "reorder" }
    | { kind: "gone-between" };
};

/** A request that a double answered: tests count these, and the quota that they cost. */
export type Recorded = {
  service: string;
  method: string;
  path: string;
  status: number;
  units: number;
  account: string | null;
};

export type World = ReturnType<typeof createWorld>;

/** Returns a content of these bytes. */
export function contentOf(given: string | Uint8Array): Content {
  const all = typeof given === "string" ? new TextEncoder().encode(given) : given;
  return {
    size: all.byteLength,
    sha256: createHash("sha256").update(all).digest("hex"),
    bytes: (from = 0, to = all.byteLength) => all.subarray(from, to),
  };
}

/** Returns a content of that many bytes that are all the same, made when asked for. */
export function bigContent(size: number, fill = 120): Content {
  return {
    size,
    sha256: `big-${size}-${fill}`,
    bytes: (from = 0, to = size) =>
      new Uint8Array(Math.max(0, Math.min(to, size) - from)).fill(fill),
  };
}

/** The one world that all doubles show: people, groups, drives, mailboxes, calendars and meetings, a virtual clock and a journal of changes. */
export function createWorld({ now = new Date("2026-11-02T08:00:00Z") }: { now?: Date } = {}) {
  let at = now.getTime();
  let numbers = 0;
  const people = new Map<string, WorldPerson>();
  const groups = new Map<string, WorldGroup>();
  const drives = new Map<string, WorldDrive>();
  const files = new Map<string, WorldFile>();
  const messages = new Map<string, WorldMessage>();
  const calendars = new Map<string, WorldCalendar>();
  const events = new Map<string, WorldEvent>();
  const transcripts = new Map<string, WorldTranscript>();
  const journal: Entry[] = [];
  const faults: Fault[] = [];
  const requests: Recorded[] = [];

  const nextId = (prefix: string) => `${prefix}${(++numbers).toString().padStart(8, "0")}`;
  const note = (entry: Omit<Entry, "seq" | "at">) => {
    journal.push({ seq: journal.length + 1, at: new Date(at), ...entry });
  };
  const must = <Thing>(things: Map<string, Thing>, id: string): Thing => {
    const thing = things.get(id);
    if (!thing) throw new Error(`The world has no ${id}`);
    return thing;
  };
  const changeFile = (
    id: string,
    what: Entry["what"],
    changes: Partial<WorldFile>,
    from?: string[],
  ) => {
    const file = must(files, id);
    Object.assign(file, changes, { change: file.change + 1 });
    if (what === "edited") file.modifiedAt = new Date(at);
    note({ thing: "file", id, what, ...(from && { from }) });
  };

  return {
    people,
    groups,
    drives,
    files,
    messages,
    calendars,
    events,
    transcripts,
    journal,
    faults,
    requests,
    now: () => new Date(at),
    advance: (ms: number) => {
      at += ms;
    },
    nextId,
    /** Returns the fault for this request, once less for the next. */
    faultFor(request: { method: string; path: string }): Fault["does"] | null {
      const fault = faults.find(({ matches, times }) => times > 0 && matches(request));
      if (!fault) return null;
      fault.times -= 1;
      return fault.does;
    },

    addPerson: (address: string, name: string) => void people.set(address, { address, name }),
    addGroup: (ref: string, name: string, members: string[]) =>
      void groups.set(ref, { ref, name, members }),
    setMembers(ref: string, members: string[]) {
      must(groups, ref).members = members;
      note({ thing: "group", id: ref, what: "edited" });
    },
    addDrive(drive: Pick<WorldDrive, "service" | "name"> & Partial<WorldDrive>): WorldDrive {
      const made = {
        id: nextId("drv"),
        kind: "own" as const,
        owner: null,
        members: [],
        isReadable: true,
        isDeleted: false,
        ...drive,
      };
      drives.set(made.id, made);
      note({ thing: "drive", id: made.id, what: "added" });
      return made;
    },
    deleteDrive(id: string) {
      must(drives, id).isDeleted = true;
      note({ thing: "drive", id, what: "deleted" });
    },
    addFile(file: { driveId: string; name: string } & Partial<WorldFile>): WorldFile {
      const made = {
        id: nextId("fil"),
        parentId: null,
        mediaType: "text/plain",
        isFolder: false,
        content: contentOf(`This is ${file.name}.`),
        version: 1,
        change: 1,
        modifiedAt: new Date(at),
        isTrashed: false,
        isDeleted: false,
        grants: [],
        shortcutOf: null,
        marks: [],
        ...file,
      };
      files.set(made.id, made);
      note({ thing: "file", id: made.id, what: "added" });
      return made;
    },
    addFolder(folder: { driveId: string; name: string } & Partial<WorldFile>): WorldFile {
      return this.addFile({ mediaType: "", ...folder, isFolder: true, content: contentOf("") });
    },
    editFile: (id: string, content: Content) =>
      changeFile(id, "edited", { content, version: must(files, id).version + 1 }),
    renameFile: (id: string, name: string) => changeFile(id, "renamed", { name }),
    moveFile: (id: string, parentId: string | null, driveId = must(files, id).driveId) =>
      changeFile(id, "moved", { parentId, driveId }, [
        must(files, id).parentId ?? must(files, id).driveId,
      ]),
    trashFile: (id: string) => changeFile(id, "trashed", { isTrashed: true }),
    restoreFile: (id: string) => changeFile(id, "restored", { isTrashed: false }),
    deleteFile: (id: string) =>
      changeFile(id, "deleted", { isDeleted: true }, [
        must(files, id).parentId ?? must(files, id).driveId,
      ]),
    share: (id: string, grants: WorldGrant[]) => changeFile(id, "shared", { grants }),

    deliver(
      message: { mailbox: string; raw: string | Buffer } & Partial<Omit<WorldMessage, "raw">>,
    ): WorldMessage {
      const made = {
        id: nextId("msg"),
        threadId: nextId("thr"),
        labels: ["INBOX"],
        receivedAt: new Date(at),
        isDraft: false,
        isDeleted: false,
        placeId: nextId("plc"),
        ...message,
        raw: Buffer.from(message.raw),
      };
      messages.set(made.id, made);
      note({ thing: "message", id: made.id, what: "added" });
      return made;
    },
    relabel(id: string, labels: string[]) {
      const message = must(messages, id);
      const from = message.labels;
      Object.assign(message, { labels, placeId: nextId("plc") });
      note({ thing: "message", id, what: "relabelled", from });
    },
    deleteMessage(id: string) {
      const message = must(messages, id);
      message.isDeleted = true;
      note({ thing: "message", id, what: "deleted", from: message.labels });
    },

    addCalendar(owner: string, name: string): WorldCalendar {
      const made = { id: nextId("cal"), owner, name };
      calendars.set(made.id, made);
      return made;
    },
    addEvent(
      event: Pick<WorldEvent, "calendarId" | "title" | "beganAt" | "endedAt"> & Partial<WorldEvent>,
    ): WorldEvent {
      const made: WorldEvent = {
        id: nextId("evt"),
        kind: "default",
        change: 1,
        seriesId: null,
        zone: null,
        isAllDay: false,
        isPrivate: false,
        organiser: null,
        attendees: [],
        attachments: [],
        joinUrl: null,
        isCancelled: false,
        ...event,
      };
      events.set(made.id, made);
      note({ thing: "event", id: made.id, what: "added" });
      return made;
    },
    changeEvent(id: string, changes: Partial<WorldEvent>) {
      const event = must(events, id);
      Object.assign(event, changes, { change: event.change + 1 });
      note({ thing: "event", id, what: "edited" });
    },
    addTranscript(transcript: Omit<WorldTranscript, "id" | "createdAt">): WorldTranscript {
      const made = { ...transcript, id: nextId("tsc"), createdAt: new Date(at) };
      transcripts.set(made.id, made);
      note({ thing: "transcript", id: made.id, what: "added" });
      return made;
    },
  };
}
