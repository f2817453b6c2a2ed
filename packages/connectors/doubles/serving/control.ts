import { bigContent, contentOf, type Fault, type World } from "../world";
import { type Answer, type Asked, jsonOf, type Manner } from "./asked";

type Command = { do: string; with?: unknown[] };
type PlainFault = { method?: string; path?: string; times?: number; does: Fault["does"] };

const verbs = [
  "addPerson",
  "addGroup",
  "setMembers",
  "addDrive",
  "deleteDrive",
  "addFile",
  "addFolder",
  "editFile",
  "renameFile",
  "moveFile",
  "trashFile",
  "restoreFile",
  "deleteFile",
  "share",
  "deliver",
  "relabel",
  "deleteMessage",
  "addCalendar",
  "addEvent",
  "changeEvent",
  "addTranscript",
  "advance",
] as const;

/** Answers `POST /__world` with a command, such as `{ "do": "renameFile", "with": ["fil00000007", "New name"] }`. */
export function controlWorld(asked: Asked, manners: readonly Manner[]): Answer {
  const { world } = asked;
  if (asked.method === "GET") return { json: overview(world, manners) };
  const command = jsonOf<Command>(asked);
  const given = (command.with ?? []).map(revive);
  if (command.do === "fault") {
    addFault(world, given[0] as PlainFault);
    return { json: { done: true } };
  }
  const verb = verbs.find((name) => name === command.do);
  const act = verb
    ? (world[verb] as (...all: unknown[]) => unknown).bind(world)
    : (controlOf(manners, command.do) as ((...all: unknown[]) => unknown) | undefined);
  if (!act) return { status: 404, json: { error: `No command ${command.do}`, verbs } };
  return { json: { done: true, result: act(...given) ?? null } };
}

const controlOf = (manners: readonly Manner[], name: string) =>
  manners.map(({ controls }) => controls?.[name]).find((found) => found !== undefined);

function overview(world: World, manners: readonly Manner[]) {
  return {
    now: world.now(),
    services: manners.map(({ service }) => service),
    verbs: [...verbs, "fault", ...manners.flatMap(({ controls }) => Object.keys(controls ?? {}))],
    people: [...world.people.values()],
    drives: [...world.drives.values()],
    files: world.files.size,
    messages: world.messages.size,
    events: world.events.size,
    requests: world.requests.length,
    units: world.requests.reduce((sum, { units }) => sum + units, 0),
  };
}

/** Adds a fault whose path is a part of the paths that it meets. */
function addFault(world: World, { method, path = "", times = 1, does }: PlainFault): void {
  world.faults.push({
    times,
    does,
    matches: (request) => (!method || request.method === method) && request.path.includes(path),
  });
}

/** JSON has no content and no day: `{ "$text": "..." }`, `{ "$bytes": 2000000 }` and `{ "$day": "2026-11-02" }` stand for them. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  const plain = value as Record<string, unknown>;
  if (typeof plain.$text === "string") return contentOf(plain.$text);
  if (typeof plain.$bytes === "number") return bigContent(plain.$bytes);
  if (typeof plain.$day === "string") return new Date(plain.$day);
  return Object.fromEntries(Object.entries(plain).map(([name, one]) => [name, revive(one)]));
}
