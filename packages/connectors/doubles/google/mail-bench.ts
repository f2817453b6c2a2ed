import { createGmailSource } from "../../src/sources/google/gmail";
import { createLimiter } from "../../src/sources/limiter";
import type { RootRef } from "../../src/sources/source";
import type { Bench, Hands } from "../kit/bench";
import { ANA, BEN } from "../seed";
import { mailOf } from "../seed-bytes";
import { accountAt } from "../serving/accounts";
import { startDoubles } from "../serving/server";
import { createTokenBook } from "../serving/tokens";
import { createWorld, type World, type WorldMessage } from "../world";
import { gmailIdOf } from "./gmail-view";
import { googleDoubles } from "./google";

/** Starts Gmail with an empty mailbox, or an empty label of one. */
export async function startGmail(label: string | null, pageSize = 500): Promise<Bench> {
  const world = createWorld();
  world.addPerson(ANA, "Ana Ferreira");
  world.addPerson(BEN, "Ben Okafor");
  if (label) world.deliver({ mailbox: ANA, raw: mailTo("Outside"), labels: [label, "TRASH"] });
  world.deliver({ mailbox: ANA, raw: mailTo("A draft"), labels: [], isDraft: true });
  world.deliver({ mailbox: BEN, raw: mailTo("Not Ana's"), labels: ["INBOX"] });
  const tokens = createTokenBook(world);
  const manners = googleDoubles({ world, tokens });
  const doubles = await startDoubles({ world, tokens, manners });
  const limiter = createLimiter({ paces: {}, now: world.now });
  const tools = { limiter, apiUrl: doubles.url, now: world.now, pageSize };
  const root: RootRef = label ? { label } : {};
  return {
    source: createGmailSource({ ...tools, topic: "projects/practice/topics/mail" }),
    account: accountAt({ tokens, provider: "google", address: ANA, scopes: ["openid", "email"] }),
    root,
    doubles,
    hands: handsOf(world, label ?? "INBOX"),
    requests: {
      listing: ({ path }) => /\/users\/me\/messages\?/.test(path),
      changes: ({ path }) => path.includes("/history?"),
      content: ({ path }) => path.includes("format=raw"),
    },
    faults: {
      cursorLost: { kind: "status", status: 404 },
      quota: { kind: "throttle", status: 403 },
      forbidden: { kind: "status", status: 403 },
    },
    pageSize,
    changesPageSize: pageSize,
  };
}

export const mailTo = (subject: string, text = "A few words.") =>
  mailOf({
    from: BEN,
    to: ANA,
    subject,
    text,
    at: new Date("2026-11-02T08:00:00Z"),
    messageId: `${subject.length}.${subject.slice(0, 8).replace(/\W/g, "")}@mail.example`,
  });

/** Returns the message of the world with this id of Gmail. */
export function inWorld(world: World, id: string): WorldMessage {
  const found = [...world.messages.values()].find((message) => gmailIdOf(message) === id);
  if (!found) throw new Error(`No message ${id}`);
  return found;
}

function handsOf(world: World, label: string): Hands {
  const deliver = (raw: string) => {
    world.advance(1000);
    return gmailIdOf(world.deliver({ mailbox: ANA, raw, labels: [label] }));
  };
  const same = mailTo("The same");
  return {
    add: (name, text) => deliver(mailTo(name, text)),
    addMany: (count) => Array.from({ length: count }, () => deliver(same)),
    remove: (id) => world.relabel(inWorld(world, id).id, ["TRASH"]),
    destroy: (id) => world.deleteMessage(inWorld(world, id).id),
    restore: (id) => world.relabel(inWorld(world, id).id, [label]),
    takeOut: (id) => world.relabel(inWorld(world, id).id, [label === "INBOX" ? "SPAM" : "INBOX"]),
    putBack: (id) => world.relabel(inWorld(world, id).id, [label]),
  };
}
