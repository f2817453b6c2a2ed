import type { InboundHookRow } from "@besunny/db/webhooks/inbound-hooks";
import { z } from "zod";
import type { SealedPlace } from "../../context";
import { inboundHookId, projectId } from "../../ids";
import { oneOf } from "../../one-of";
import { count, idIn, instant } from "../../shapes";
import { inboundOutcomes, inboundUses } from "./inbound-words";

export const ofInboundHook = z.object({ id: inboundHookId });

export const inboundFields = {
  name: z.string().trim().min(1, "Name the address").max(80),
  isSigned: z.boolean(),
  takes: z.enum(inboundUses),
  projectId: projectId.nullable(),
};

/** An address at which others send to the workspace. Its secret parts were shown once. */
export const InboundHook = z.object({
  id: idIn("whi"),
  name: z.string(),
  isSigned: z.boolean(),
  takes: z.enum(inboundUses),
  projectId: z.string().nullable(),
  isOn: z.boolean(),
  rotatingUntil: instant.nullable(),
  ownerName: z.string(),
  createdAt: instant,
});

/** An address with what is shown once: its path, and the secret of one that is signed. */
export const WithAddress = z.object({
  hook: InboundHook,
  /** The path below the address of the web app; null if it stayed. */
  path: z.string().nullable(),
  secret: z.string().nullable(),
});

export const InboundDelivery = z.object({
  id: idIn("whd"),
  remoteId: z.string(),
  receivedAt: instant,
  size: count,
  outcome: z.enum(inboundOutcomes),
  problem: z.string().nullable(),
  document: z.object({ id: idIn("doc"), title: z.string() }).nullable(),
});

/** The place that the secret of an address is sealed for. */
export function secretOfInbound(id: string): SealedPlace {
  return { table: "inbound_hooks", column: "sealed_secret", id };
}

/** Returns the path of an address. */
export function pathOfToken(token: string): string {
  return `/api/hooks/in/${token}`;
}

/** Returns a stored address as admins see it. */
export function inboundOf(row: InboundHookRow, now: Date): z.output<typeof InboundHook> {
  const { id, name, isSigned, isOn, createdAt, beforeUntil, membership } = row;
  return {
    id,
    name,
    isSigned,
    takes: oneOf(inboundUses, row.takes),
    projectId: row.projectId,
    isOn,
    rotatingUntil: beforeUntil && beforeUntil > now ? beforeUntil : null,
    ownerName: membership.user.name,
    createdAt,
  };
}
