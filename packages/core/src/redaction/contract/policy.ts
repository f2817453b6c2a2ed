import { createHash } from "node:crypto";
import type { RedactionRules } from "@besunny/ai/redaction/policy";
import type { RedactionPolicyRow } from "@besunny/db/workspace/redaction-policies";
import { redactionKinds, usualAction } from "@besunny/document-model/statements/redaction-kinds";
import { z } from "zod";

import { projectId } from "../../ids";
import { count, idIn, instant } from "../../shapes";
import { RedactionAction, RedactionKind } from "./kinds";

/** The rules of a workspace for texts that leave to hosted models. */
export const RedactionPolicy = z.object({
  isStrict: z.boolean().meta({
    description: "True if a text leaves only if every detector could read it",
  }),
  actions: z
    .record(RedactionKind, RedactionAction)
    .meta({ description: "The action for each kind of detail" }),
  servers: z
    .array(
      z.object({
        server: z.url({
          protocol: /^https?$/,
          error: "Give an address such as https://api.example",
        }),
        actions: z.partialRecord(RedactionKind, RedactionAction),
      }),
    )
    .max(20)
    .meta({ description: "Servers for which other actions hold" }),
  neverTypes: z
    .array(z.string().min(1).max(120))
    .max(100)
    .meta({ description: "Types of documents that are never sent" }),
  neverProjectIds: z
    .array(projectId)
    .max(200)
    .meta({ description: "Projects whose documents are never sent" }),
});
export type RedactionPolicy = z.infer<typeof RedactionPolicy>;

/** The rules that count, with their checksum. Version 0: nobody chose any. */
export const CurrentPolicy = RedactionPolicy.extend({
  version: count,
  checksum: z.string().meta({ description: "SHA-256 of the rules, which releases name" }),
  changedById: idIn("usr").nullable(),
  changedAt: instant.nullable(),
}).meta({ id: "RedactionPolicy" });
export type CurrentPolicy = z.infer<typeof CurrentPolicy>;

/** The rules where nobody chose others. */
export const usualPolicy: RedactionPolicy = {
  isStrict: false,
  actions: withEveryKind({}),
  servers: [],
  neverTypes: [],
  neverProjectIds: [],
};

/** Returns the rules that a row holds. Kinds that came after it have their usual action. */
export function policyOf(row: RedactionPolicyRow | null): CurrentPolicy {
  const stored = row && Stored.parse(row.policy);
  const policy = stored ? { ...stored, actions: withEveryKind(stored.actions) } : usualPolicy;
  return {
    ...policy,
    version: row?.version ?? 0,
    checksum: row?.checksum ?? checksumOf(policy),
    changedById: row?.createdById ?? null,
    changedAt: row?.createdAt ?? null,
  };
}

/** Returns the rules for texts that go to a server. */
export function rulesFor(policy: RedactionPolicy, server: string | null): RedactionRules {
  const origin = server === null ? null : originOf(server);
  const own = policy.servers.find((each) => originOf(each.server) === origin);
  return { isStrict: policy.isStrict, actions: { ...policy.actions, ...own?.actions } };
}

/** Returns the SHA-256 of the rules. Rules that say the same have the same one, in whatever order they were chosen. */
export function checksumOf(policy: RedactionPolicy): string {
  return createHash("sha256")
    .update(JSON.stringify(inOrder(policy)))
    .digest("hex");
}

/** Returns the rules in the one order in which they are stored. */
export function inOrder({
  isStrict,
  actions,
  servers,
  neverTypes,
  neverProjectIds,
}: RedactionPolicy) {
  return {
    isStrict,
    actions: sorted(actions),
    servers: servers
      .map((each) => ({ server: originOf(each.server), actions: sorted(each.actions) }))
      .sort((a, b) => (a.server < b.server ? -1 : 1)),
    neverTypes: [...new Set(neverTypes)].sort(),
    neverProjectIds: [...new Set(neverProjectIds)].sort(),
  };
}

const Stored = RedactionPolicy.extend({
  actions: z.partialRecord(RedactionKind, RedactionAction),
  servers: z.array(
    z.object({ server: z.string(), actions: z.partialRecord(RedactionKind, RedactionAction) }),
  ),
});

function withEveryKind(chosen: Partial<RedactionPolicy["actions"]>): RedactionPolicy["actions"] {
  const every = redactionKinds.map((each) => [each, chosen[each] ?? usualAction(each)]);
  // The keys are those of the list, whose names the type of `Object.fromEntries` loses.
  return Object.fromEntries(every) as RedactionPolicy["actions"];
}

function sorted<Actions extends object>(actions: Actions) {
  return Object.fromEntries(Object.entries(actions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Scheme, host and port: the paths of one provider have one policy. */
function originOf(server: string): string {
  return URL.canParse(server) ? new URL(server).origin : server;
}
