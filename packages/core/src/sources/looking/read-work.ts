import {
  providers,
  sourceKinds,
  sourceVisibilities,
} from "@besunny/connectors/sources/source-words";
import type { StoredSource } from "@besunny/db/sources/sources";
import { z } from "zod";
import { notFound } from "../../errors";
import { sourceId } from "../../ids";
import { oneOf } from "../../one-of";
import { command } from "../../operation/command";
import { Work } from "../contract/work";

/** A look that has not said anything for so long is taken for dead, and another one begins. */
const LEASE_MS = 10 * 60_000;

/** Says what the next step of a source is, and keeps other workers away from it meanwhile. */
export const readWork = command("sources.read-work", {
  title: "Say what the next step of a source is",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: Work,
  doors: [],
  audit: { notAudited: "What the step finds is the record." },

  async handle({ sources, clock }, { id }) {
    await sources.lock(id);
    const found = (await sources.findAny(id)) ?? notFound("Source", id);
    const { connection, kind, visibility } = found;
    const now = clock();
    const does = stepOf(found, now);
    const isAtWork = does !== "nothing" && does !== "wait";
    await sources.change(id, {
      claimedUntil: isAtWork ? new Date(now.getTime() + LEASE_MS) : null,
      ...(does === "wait" && connection.blockedUntil && { dueAt: connection.blockedUntil }),
    });
    return {
      ...found,
      connectionId: connection.id,
      ownerId: connection.ownerId,
      provider: oneOf(providers, connection.provider),
      kind: oneOf(sourceKinds, kind),
      isPractice: connection.isPractice,
      visibility: oneOf(sourceVisibilities, visibility),
      root: z.record(z.string(), z.string()).parse(found.rootRef),
      does,
      until: does === "wait" ? connection.blockedUntil : null,
    };
  },
});

function stepOf(source: StoredSource, now: Date): Work["does"] {
  const { state, phase, connection, cursor } = source;
  if (source.removedAt || (state !== "live" && state !== "listing")) return "nothing";
  if (connection.state === "revoked" || connection.state === "reconnect") return "nothing";
  if (connection.blockedUntil && connection.blockedUntil > now) return "wait";
  if (phase === "listing") return "list";
  if (phase === "catching-up") return source.isCaughtUp ? "end" : "catch-up";
  return state === "listing" || cursor === null ? "begin" : "look";
}
