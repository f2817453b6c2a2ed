import { createCalendarSource } from "../../src/sources/google/calendar";
import { createLimiter } from "../../src/sources/limiter";
import type { Bench, Hands } from "../kit/bench";
import { ANA } from "../seed";
import { accountAt } from "../serving/accounts";
import { startDoubles } from "../serving/server";
import { createTokenBook } from "../serving/tokens";
import { createWorld, type World } from "../world";
import { googleDoubles } from "./google";

const AN_HOUR = 60 * 60 * 1000;

/** Starts Google Calendar with an empty calendar. */
export async function startCalendar(pageSize = 1000): Promise<Bench & { calendarId: string }> {
  const world = createWorld();
  world.addPerson(ANA, "Ana Ferreira");
  const calendarId = world.addCalendar(ANA, ANA).id;
  const tokens = createTokenBook(world);
  const manners = googleDoubles({ world, tokens });
  const doubles = await startDoubles({ world, tokens, manners });
  const limiter = createLimiter({ paces: {}, now: world.now });
  return {
    source: createCalendarSource({ limiter, apiUrl: doubles.url, now: world.now, pageSize }),
    account: accountAt({ tokens, provider: "google", address: ANA }),
    root: { calendar: calendarId },
    doubles,
    calendarId,
    hands: handsOf(world, calendarId),
    requests: {
      listing: ({ path }) => /\/events\?/.test(path) && !path.includes("syncToken="),
      changes: ({ path }) => path.includes("syncToken="),
      content: () => false,
    },
    faults: {
      cursorLost: { kind: "status", status: 410 },
      quota: { kind: "throttle", status: 403 },
      forbidden: { kind: "status", status: 403 },
    },
    pageSize,
    changesPageSize: pageSize,
  };
}

function handsOf(world: World, calendarId: string): Hands {
  const add = (title: string) => {
    const beganAt = world.now();
    const endedAt = new Date(beganAt.getTime() + AN_HOUR);
    return world.addEvent({ calendarId, title, beganAt, endedAt, zone: "Europe/Berlin" }).id;
  };
  return {
    add: (name) => add(name),
    addMany: (count) => Array.from({ length: count }, (_, n) => add(`Event ${n}`)),
    edit: (id, text) => world.changeEvent(id, { title: text }),
    remove: (id) => world.changeEvent(id, { isCancelled: true }),
    restore: (id) => world.changeEvent(id, { isCancelled: false }),
  };
}
