import { z } from "zod";

import { Condition } from "./conditions";

/** The version of the shape of definitions. A definition of another version is refused, with the way to convert it. */
export const DEFINITION_VERSION = 1;
export const MOST_NODES_OF_A_DEFINITION = 100;

const nodeId = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, "Use letters, digits, _ and -")
  .meta({ example: "step" });
const next = nodeId.nullable();
const template = z.string().max(2_000);
/** The place of a node on the canvas. Rules take no notice of it. */
const at = z.strictObject({ x: z.number(), y: z.number() }).optional();

/** The finished stages by which an automation may begin, and other reasons to begin. */
export const triggerKinds = [
  "document.ready",
  "document.typed",
  "document.failed",
  "document.type_changed",
  "document.review_wanted",
  "document.arrived",
  "document.moved",
  "meeting.understood",
  "document.trashed",
  "by.hand",
  "fact.date",
  "action.overdue",
  "clock",
] as const;
export type TriggerKind = (typeof triggerKinds)[number];

const plain = <Kind extends TriggerKind>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });

export const Trigger = z.discriminatedUnion("kind", [
  plain("document.ready"),
  plain("document.typed"),
  plain("document.failed"),
  plain("document.type_changed"),
  plain("document.review_wanted"),
  plain("meeting.understood"),
  plain("document.trashed"),
  plain("by.hand"),
  plain("action.overdue"),
  plain("fact.date").extend({
    field: z.string().max(200).meta({ description: "A field that is a day" }),
    days: z.number().int().min(-3_650).max(3_650).meta({
      description: "So many days after it; before it if it is negative",
    }),
  }),
  plain("clock").extend({
    cron: z
      .string()
      .max(100)
      .meta({ description: "Five fields: minute, hour, day, month, weekday" }),
    timeZone: z.string().max(64),
  }),
  plain("document.arrived").extend({ sourceId: z.string().max(60).optional() }),
  plain("document.moved").extend({ projectId: z.string().max(60).optional() }),
]);
export type Trigger = z.infer<typeof Trigger>;

/** People who are asked: a person, everybody in a role, or those who lead a project of the document. */
export const Approver = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), userId: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal("role"), role: z.enum(["owner", "admin", "member"]) }),
  z.strictObject({ kind: z.literal("leads"), projectId: z.string().max(60).optional() }),
]);
export type Approver = z.infer<typeof Approver>;

const ActionNode = z.strictObject({
  id: nodeId,
  kind: z.literal("action"),
  action: z.string().min(1).max(60),
  input: z.record(z.string().max(60), z.unknown()),
  next,
  at,
});
const IfNode = z.strictObject({
  id: nodeId,
  kind: z.literal("if"),
  when: Condition,
  yes: next,
  no: next,
  at,
});
const BranchNode = z.strictObject({
  id: nodeId,
  kind: z.literal("branch"),
  cases: z
    .array(z.strictObject({ label: z.string().max(80), when: Condition, next }))
    .min(1)
    .max(20),
  otherwise: next,
  at,
});
const ApprovalNode = z.strictObject({
  id: nodeId,
  kind: z.literal("approval"),
  question: template.min(1),
  approvers: z.array(Approver).max(20),
  needed: z.number().int().min(1).max(20).default(1),
  allowSelf: z.boolean().default(false).meta({
    description: "True: the one who brought the document may answer as well",
  }),
  hours: z.number().int().min(1).max(8_760).default(72),
  onTimeout: z.enum(["reject", "pass", "escalate"]).default("reject"),
  escalateTo: z.array(Approver).max(20).default([]),
  yes: next,
  no: next,
  at,
});
const WaitNode = z.strictObject({
  id: nodeId,
  kind: z.literal("wait"),
  hours: z.number().int().min(1).max(8_760),
  next,
  at,
});
const StopNode = z.strictObject({
  id: nodeId,
  kind: z.literal("stop"),
  note: z.string().max(200).default(""),
  at,
});

export const Node = z.discriminatedUnion("kind", [
  ActionNode,
  IfNode,
  BranchNode,
  ApprovalNode,
  WaitNode,
  StopNode,
]);
export type Node = z.infer<typeof Node>;
export type NodeOf<Kind extends Node["kind"]> = Extract<Node, { kind: Kind }>;

/**
 * An automation: it begins by its trigger, goes on if its condition is true, and then from node to node. Null ends a way. Templates are Liquid
 * over the record of the document.
 */
export const Definition = z
  .strictObject({
    schema: z.literal(DEFINITION_VERSION),
    trigger: Trigger,
    when: Condition.nullable(),
    start: next,
    nodes: z.array(Node).max(MOST_NODES_OF_A_DEFINITION),
  })
  .meta({ id: "AutomationDefinition" });
export type Definition = z.infer<typeof Definition>;

/** Returns the ways out of a node, each with the path at which it is written. */
export function waysOut(node: Node): { to: string | null; path: (string | number)[] }[] {
  switch (node.kind) {
    case "action":
    case "wait":
      return [{ to: node.next, path: ["next"] }];
    case "if":
    case "approval":
      return [
        { to: node.yes, path: ["yes"] },
        { to: node.no, path: ["no"] },
      ];
    case "branch":
      return [
        ...node.cases.map(({ next: to }, at) => ({ to, path: ["cases", at, "next"] })),
        { to: node.otherwise, path: ["otherwise"] },
      ];
    case "stop":
      return [];
  }
}
