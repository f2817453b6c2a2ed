import { readRows } from "./compile";
import { type Condition, type ConditionGroup, type ConditionRow, isGroup } from "./conditions";
import type { Approver, Definition, Node, Trigger } from "./definition";
import { type Catalogue, standardFields } from "./fields";
import type { SentenceKey, SentenceWords } from "./words/en";

/** The parts of a sentence that come from the workspace: names of ids, and the words of each action. */
export type Naming = {
  words: SentenceWords;
  language: string;
  catalogue: Catalogue;
  /** Returns the name of a person, project, source or type; the id if it is gone. */
  nameOf(id: string): string;
  /** Returns what an action does, in words, such as `add the tag “urgent”`. */
  doing(action: string, input: Record<string, unknown>): string;
};

export type Say = (key: SentenceKey, values?: Record<string, string>) => string;

/** Returns the whole automation as a sentence. */
export function sentenceOf(definition: Definition, naming: Naming): string {
  const say = sayWith(naming.words);
  const { trigger, when, start, nodes } = definition;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const begin = triggerWords(trigger, naming, say);
  const condition = when ? `, ${say("if", { condition: conditionWords(when, naming) })}` : "";
  const steps = stepsFrom(start, byId, naming, say, new Set());
  return `${begin}${condition}, ${steps.length > 0 ? steps.join(", ") : say("empty")}.`;
}

export function sayWith(words: SentenceWords): Say {
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function triggerWords(
  trigger: Trigger,
  { nameOf, catalogue, language }: Naming,
  say: Say,
): string {
  switch (trigger.kind) {
    case "document.arrived":
      return trigger.sourceId === undefined
        ? say("trigger.document.arrived")
        : say("trigger.document.arrived.from", { source: nameOf(trigger.sourceId) });
    case "document.moved":
      return trigger.projectId === undefined
        ? say("trigger.document.moved")
        : say("trigger.document.moved.to", { project: nameOf(trigger.projectId) });
    case "fact.date":
      return dateWords(trigger, { catalogue }, say);
    case "clock":
      return clockWords(trigger, language, say);
    default:
      return say(`trigger.${trigger.kind}`);
  }
}

function dateWords(
  { field, days }: Extract<Trigger, { kind: "fact.date" }>,
  given: Pick<Naming, "catalogue">,
  say: Say,
): string {
  const values = { field: fieldWords(field, given, say), days: String(Math.abs(days)) };
  if (days === 0) return say("trigger.fact.date.on", values);
  return say(days < 0 ? "trigger.fact.date.before" : "trigger.fact.date.after", values);
}

/** Returns a clock in words, where a person would say it in words. */
function clockWords(
  { cron, timeZone }: Extract<Trigger, { kind: "clock" }>,
  language: string,
  say: Say,
): string {
  const [minute = "", hour = "", day, month, weekday = ""] = cron.trim().split(/\s+/);
  const isTime = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour) && month === "*";
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  const values = { time, zone: timeZone, cron };
  if (isTime && day === "*" && weekday === "*") return say("trigger.clock.daily", values);
  if (isTime && day === "*" && weekday === "1-5") return say("trigger.clock.working", values);
  if (isTime && day === "*" && /^[0-7]$/.test(weekday)) {
    const on = new Date(Date.UTC(2023, 0, 1 + Number(weekday)));
    const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(on);
    return say("trigger.clock.weekly", { ...values, day: name });
  }
  if (isTime && day === "1" && weekday === "*") return say("trigger.clock.monthly", values);
  return say("trigger.clock", values);
}

/** Returns a condition in words. One that rows cannot say stays as it is written. */
export function conditionWords(condition: Condition, naming: Naming): string {
  const rows = "rows" in condition ? condition.rows : readRows(condition.cel, naming.catalogue);
  if (rows) return groupWords(rows, naming, sayWith(naming.words));
  return "cel" in condition ? condition.cel : "";
}

function groupWords({ match, of }: ConditionGroup, naming: Naming, say: Say): string {
  const parts = of.map((each) =>
    isGroup(each)
      ? bracketed(groupWords(each, naming, say), each.of.length > 1 && each.match !== "none")
      : rowWords(each, naming, say),
  );
  if (match === "none") return say("not", { conditions: parts.join("; ") });
  return parts.join(` ${say(match === "all" ? "and" : "or")} `);
}

const bracketed = (words: string, isNeeded: boolean) => (isNeeded ? `(${words})` : words);

function rowWords({ field, is, value }: ConditionRow, naming: Naming, say: Say): string {
  const words = fieldWords(field, naming, say);
  if (is === "between" && Array.isArray(value)) {
    const [from, to] = value.map((each) => valueWords(each, naming));
    return say("is.between", { field: words, from: from ?? "", to: to ?? "" });
  }
  const shown = Array.isArray(value)
    ? value.map((each) => valueWords(each, naming)).join(", ")
    : valueWords(value, naming);
  return say(`is.${is}`, { field: words, value: shown });
}

function valueWords(
  value: string | number | boolean | undefined,
  { nameOf, language }: Naming,
): string {
  if (typeof value === "number") return new Intl.NumberFormat(language).format(value);
  return typeof value === "string" ? nameOf(value) : String(value ?? "");
}

/** Returns the name of a field for people. */
export function fieldWords(
  path: string,
  { catalogue }: Pick<Naming, "catalogue">,
  say: Say,
): string {
  const standard = standardFields.find((field) => field.path === path);
  if (standard) return say(`field.${standard.path}`);
  const label = catalogue.fields.find((field) => field.path === path)?.label ?? path;
  const part = partOf(path);
  return say(`part.${part}`, { label });
}

const parts = ["amount", "currency", "number", "date", "text", "confidence", "isNew"] as const;

function partOf(path: string): (typeof parts)[number] | "own" {
  if (!path.startsWith("facts.")) return "own";
  return parts.find((part) => path.endsWith(`.${part}`)) ?? "own";
}

/** Returns one step in words, without those that follow it. */
export function stepWords(node: Node, naming: Naming): string {
  const say = sayWith(naming.words);
  const alone = { ...node, ...endOf(node) };
  return stepsFrom(node.id, new Map([[node.id, alone]]), naming, say, new Set()).join(", ");
}

function endOf(node: Node) {
  if (node.kind === "branch")
    return { cases: node.cases.map((each) => ({ ...each, next: null })), otherwise: null };
  if (node.kind === "if" || node.kind === "approval") return { yes: null, no: null };
  return node.kind === "stop" ? {} : { next: null };
}

/** Returns the steps of a way as words, in their order. A way appears once. */
function stepsFrom(
  from: string | null,
  byId: ReadonlyMap<string, Node>,
  naming: Naming,
  say: Say,
  told: Set<string>,
): string[] {
  const node = from === null ? undefined : byId.get(from);
  if (!node) return [];
  if (told.has(node.id)) return [say("rest.same")];
  told.add(node.id);
  const after = (id: string | null) => stepsFrom(id, byId, naming, say, told);
  const way = (id: string | null) => after(id).join(", ") || say("nothing");
  switch (node.kind) {
    case "action":
      return [naming.doing(node.action, node.input), ...after(node.next)];
    case "wait":
      return [say("wait", { hours: String(node.hours) }), ...after(node.next)];
    case "stop":
      return [say("stop")];
    case "if":
      return [
        `${say("if", { condition: conditionWords(node.when, naming) })} ${way(node.yes)}`,
        ...(node.no === null ? [] : [say("if.otherwise", { steps: way(node.no) })]),
      ];
    case "branch":
      return [
        ...node.cases.map(({ when, next }) =>
          say("branch", { condition: conditionWords(when, naming), steps: way(next) }),
        ),
        say("branch.otherwise", { steps: way(node.otherwise) }),
      ];
    case "approval":
      return approvalWords(node, naming, say, way);
  }
}

function approvalWords(
  node: Node & { kind: "approval" },
  naming: Naming,
  say: Say,
  way: (id: string | null) => string,
): string[] {
  const approvers = node.approvers.map((each) => approverWords(each, naming, say)).join(", ");
  const { question, needed } = node;
  const asked =
    needed === 1
      ? say("approval.one", { approvers, question })
      : say("approval.some", { approvers, question, needed: String(needed) });
  return [
    asked,
    say("approval.yes", { steps: way(node.yes) }),
    ...(node.no === null ? [] : [say("approval.no", { steps: way(node.no) })]),
  ];
}

/** Returns a person or a group of people in words. */
export function approverWords(
  approver: Approver,
  { nameOf }: Pick<Naming, "nameOf">,
  say: Say,
): string {
  if (approver.kind === "person") return nameOf(approver.userId);
  if (approver.kind === "role") return say("approver.role", { role: nameOf(approver.role) });
  return approver.projectId === undefined
    ? say("approver.leads")
    : say("approver.leads.of", { project: nameOf(approver.projectId) });
}
