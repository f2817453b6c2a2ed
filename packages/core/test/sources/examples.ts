import { randomUUID } from "node:crypto";

import { beginConnecting } from "../../src/connections/begin-connecting";
import { pauseSource } from "../../src/sources/pause-source";
import { confirmPerson } from "../../src/sources/people/confirm-person";
import { database } from "../contexts";
import type { Example } from "../examples/example";
import type { World } from "../world";
import { aConnection, aSource, asSource, createMemoryProvider, fetchAll, sync } from "./a-source";
import { aSharedDrive } from "./shared-drive";

/** The provider of every world: one account, and a drive with one file. */
export const exampleProvider = createMemoryProvider();
exampleProvider.memory.put("lease");

const connection = ({ owner }: World) => aConnection(owner, exampleProvider);
const source = async (world: World) =>
  aSource(world.owner, await connection(world), {
    root: { folder: randomUUID() },
    name: `Drive ${world.marker}`,
  });
const ofSource = async (world: World) => ({ id: await source(world) });
const by = (input: Example["input"], changesNothing?: string): Example => ({
  input,
  ...(changesNothing && { changesNothing }),
});

const ANA = "ana@mill.test";

/** A drive that is shared with one address, which is the owner's. */
async function aConfirmedPerson({ owner }: World) {
  const drive = await aSharedDrive(owner, { ana: [{ kind: "user", address: ANA }] });
  const { connectionId } = drive;
  await confirmPerson(owner, { connectionId, address: ANA, userId: owner.actor.id });
  return drive;
}

async function anEndedSource(world: World) {
  const id = await source(world);
  await sync(asSource(world.owner, id), id);
  await fetchAll(asSource(world.owner, id), id);
  return id;
}

const write = (
  { owner: { workspaceId } }: World,
  work: Parameters<typeof database.write<void>>[1],
): Promise<void> => database.write({ workspaceId, principals: [] }, work);

/** For every operation on sources and accounts that a door offers: a call that succeeds. */
export const sourceExamples: Record<string, Example> = {
  "connections.begin-connecting": by(() => ({ kinds: ["drive"] })),
  "connections.connect-mailbox": by(() => ({
    host: "mail.example",
    user: "ana@harbour.example",
    password: "a password",
  })),
  "connections.disconnect": by(async (world) => ({ id: await connection(world), keeps: true })),
  "connections.finish-connecting": by(async ({ owner }) => {
    const { url } = await beginConnecting(owner, { kinds: ["drive"] });
    const state = new URL(url).searchParams.get("state") ?? "";
    return { state, url: `http://localhost:3000/api/oauth/callback?code=a-code&state=${state}` };
  }),
  "connections.list-connections": by(() => ({})),
  "connections.list-providers": by(() => ({})),
  "connections.reconnect": by(async (world) => ({ id: await connection(world) })),
  "connections.test-connection": by(async (world) => ({ id: await connection(world) })),

  "sources.add-source": by(
    async (world) => ({
      connectionId: await connection(world),
      kind: "drive",
      root: { folder: randomUUID() },
      name: world.newName(),
    }),
    "It makes a row.",
  ),
  "sources.answer-brake": by(async (world) => {
    const id = await source(world);
    await write(world, ({ sources }) => sources.change(id, { state: "asking" }));
    return { id, answer: "look-again" };
  }),
  "sources.apply-grants": {
    as: "apply-grants",
    input: async (world) => ({ sourceId: (await aConfirmedPerson(world)).sourceId }),
    changesNothing: "Who sees a document follows from grants and is no field of it.",
  },
  "sources.change-source": by(async (world) => ({
    id: await source(world),
    version: 1,
    name: world.newName(),
  })),
  "sources.compare-source": by(ofSource),
  "sources.confirm-person": by(async (world) => ({
    connectionId: await connection(world),
    address: ANA,
    userId: world.owner.actor.id,
  })),
  "sources.find-origin": by(({ ready: documentId }) => ({ documentId })),
  "sources.get-source": by(ofSource),
  "sources.get-item": by(async (world) => ({ id: await anEndedSource(world), itemId: "lease" })),
  "sources.list-items": by(async (world) => ({ id: await anEndedSource(world) })),
  "sources.list-looks": by(ofSource),
  "sources.list-people": by(async (world) => ({
    connectionId: (await aConfirmedPerson(world)).connectionId,
  })),
  "sources.list-roots": by(async (world) => ({
    connectionId: await connection(world),
    kind: "drive",
  })),
  "sources.list-sources": by(() => ({})),
  "sources.look-now": by(ofSource),
  "sources.pause-source": by(ofSource),
  "sources.rehearse-source": by(async (world) => ({
    connectionId: await connection(world),
    kind: "drive",
    root: { folder: "root" },
  })),
  "sources.remove-source": by(async (world) => ({ id: await source(world), keeps: true })),
  "sources.report-source": by(ofSource),
  "sources.retry-items": by(async (world) => {
    const id = await anEndedSource(world);
    await write(world, ({ sourceItems }) => sourceItems.change(id, "lease", { state: "failed" }));
    return { id };
  }),
  "sources.resume-source": by(async (world) => {
    const id = await source(world);
    await pauseSource(world.owner, { id });
    return { id };
  }),
  "sources.withdraw-person": by(async (world) => ({
    connectionId: (await aConfirmedPerson(world)).connectionId,
    address: ANA,
  })),
};
