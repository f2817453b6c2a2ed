import type { Repositories } from "@besunny/db/database";
import type { StoredConnection } from "@besunny/db/sources/connections";

import type { Actor } from "../../access/actor";
import { forbidden, notFound } from "../../errors";
import { viewerOf } from "./viewer-of";

type Tools = Pick<Repositories, "connections"> & { actor: Actor };

/** Returns a connection that the actor sees. Throws `NOT_FOUND`. */
export async function mustFindConnection(
  { connections, actor }: Tools,
  id: string,
): Promise<StoredConnection> {
  return (await connections.find(id, viewerOf(actor))) ?? notFound("Connection", id);
}

/** Throws `FORBIDDEN` where a person uses the account of another: only its owner chooses what is read there. */
export function mustBeTheirs(actor: Actor, connection: { ownerId: string }): void {
  if (actor.kind === "user" && actor.id !== connection.ownerId)
    forbidden("to use an account that somebody else has connected");
}
