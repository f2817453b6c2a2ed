import { type Definition, type Node, waysOut } from "./definition";
import { prepare } from "./evaluate";
import type { Catalogue } from "./fields";
import type { Problem } from "./problem";
import { checkTemplate } from "./template";

type Path = (string | number)[];

/** The things of a workspace: whatever a definition names must be here. */
export type World = {
  catalogue: Catalogue;
  people: ReadonlySet<string>;
  projects: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  /** Returns what is wrong with the input of an action; each path is within the input. Null: no action has this name. */
  checkInput(action: string, input: Record<string, unknown>): Problem[] | null;
};

/** Returns every mistake of a definition, each with its place. An automation with one is not published. */
export function checkDefinition(definition: Definition, world: World): Problem[] {
  const { nodes, start, when, trigger } = definition;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [
    ...ofTrigger(trigger, world),
    ...(trigger.kind === "clock" && !when
      ? [{ code: "empty" as const, message: "Say for which documents", path: ["when"] }]
      : []),
    ...(when ? prepare(when, world.catalogue, ["when"]).problems : []),
    ...sameIds(nodes),
    ...(start !== null && !byId.has(start) ? [missing(start, ["start"])] : []),
    ...(nodes.length === 0
      ? [{ code: "empty" as const, message: "Add at least one step", path: ["nodes"] }]
      : []),
    ...nodes.flatMap((node, at) => ofNode(node, ["nodes", at], byId, world)),
    ...cycles(nodes, byId),
    ...unreached(definition, byId),
  ];
}

function missing(id: string, path: Path): Problem {
  return { code: "missing-node", message: `No step is named ${id}`, path };
}

function ofTrigger(trigger: Definition["trigger"], world: World): Problem[] {
  if (trigger.kind === "document.arrived" && trigger.sourceId !== undefined)
    return gone(world.sources, trigger.sourceId, "source", ["trigger", "sourceId"]);
  if (trigger.kind === "document.moved" && trigger.projectId !== undefined)
    return gone(world.projects, trigger.projectId, "project", ["trigger", "projectId"]);
  if (trigger.kind === "fact.date") {
    const field = world.catalogue.fields.find(({ path }) => path === trigger.field);
    if (field?.kind === "date") return [];
    const message = field ? "This is no day" : `No field is named ${trigger.field}`;
    return [{ code: "unknown-field", message, path: ["trigger", "field"] }];
  }
  return [];
}

function gone(known: ReadonlySet<string>, id: string, what: string, path: Path): Problem[] {
  return known.has(id)
    ? []
    : [{ code: "gone", message: `The ${what} is gone. Choose another one`, path }];
}

function sameIds(nodes: readonly Node[]): Problem[] {
  const seen = new Set<string>();
  return nodes.flatMap(({ id }, at): Problem[] => {
    const isDouble = seen.has(id);
    seen.add(id);
    return isDouble
      ? [{ code: "same-id", message: `Two steps are named ${id}`, path: ["nodes", at, "id"] }]
      : [];
  });
}

function ofNode(node: Node, path: Path, byId: ReadonlyMap<string, Node>, world: World): Problem[] {
  const dangling = waysOut(node).flatMap(({ to, path: of }) =>
    to !== null && !byId.has(to) ? [missing(to, [...path, ...of])] : [],
  );
  return [...dangling, ...within(node, path, world)];
}

function within(node: Node, path: Path, world: World): Problem[] {
  switch (node.kind) {
    case "if":
      return prepare(node.when, world.catalogue, [...path, "when"]).problems;
    case "branch":
      return node.cases.flatMap(
        ({ when }, at) => prepare(when, world.catalogue, [...path, "cases", at, "when"]).problems,
      );
    case "approval":
      return ofApproval(node, path, world);
    case "action":
      return ofAction(node, path, world);
    default:
      return [];
  }
}

function ofAction(node: Node & { kind: "action" }, path: Path, world: World): Problem[] {
  const problems = world.checkInput(node.action, node.input);
  if (problems === null)
    return [
      {
        code: "unknown-action",
        message: `No action is named ${node.action}`,
        path: [...path, "action"],
      },
    ];
  return problems.map((problem) => ({ ...problem, path: [...path, "input", ...problem.path] }));
}

function ofApproval(node: Node & { kind: "approval" }, path: Path, world: World): Problem[] {
  const { approvers, needed, onTimeout, escalateTo, question } = node;
  const onlyPeople = approvers.every(({ kind }) => kind === "person");
  const count = new Set(approvers.map((each) => JSON.stringify(each))).size;
  return [
    ...(approvers.length === 0
      ? [
          {
            code: "no-approvers" as const,
            message: "Say who is asked",
            path: [...path, "approvers"],
          },
        ]
      : []),
    ...(onlyPeople && approvers.length > 0 && needed > count
      ? [
          {
            code: "too-few-approvers" as const,
            message: `${needed} answers are needed, and ${count} people are asked`,
            path: [...path, "needed"],
          },
        ]
      : []),
    ...(onTimeout === "escalate" && escalateTo.length === 0
      ? [
          {
            code: "no-approvers" as const,
            message: "Say who is asked when the time is over",
            path: [...path, "escalateTo"],
          },
        ]
      : []),
    ...peopleGone(approvers, [...path, "approvers"], world),
    ...peopleGone(escalateTo, [...path, "escalateTo"], world),
    ...checkTemplate(question, world.catalogue, [...path, "question"]),
  ];
}

function peopleGone(
  approvers: (Node & { kind: "approval" })["approvers"],
  path: Path,
  { people, projects }: World,
): Problem[] {
  return approvers.flatMap((each, at) => {
    if (each.kind === "person") return gone(people, each.userId, "person", [...path, at]);
    return each.kind === "leads" && each.projectId !== undefined
      ? gone(projects, each.projectId, "project", [...path, at])
      : [];
  });
}

/** Marks each way that leads back to a step before it. */
function cycles(nodes: readonly Node[], byId: ReadonlyMap<string, Node>): Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (id: string, on: ReadonlySet<string>) => {
    const node = byId.get(id);
    if (!node || done.has(id)) return;
    const here = new Set([...on, id]);
    for (const { to, path } of waysOut(node)) {
      if (to === null) continue;
      if (here.has(to))
        problems.push({
          code: "cycle",
          message: `This leads back to ${to}. A way never goes round`,
          path: ["nodes", nodes.indexOf(node), ...path],
        });
      else visit(to, here);
    }
    done.add(id);
  };
  for (const { id } of nodes) visit(id, new Set());
  return problems;
}

function unreached({ nodes, start }: Definition, byId: ReadonlyMap<string, Node>): Problem[] {
  const reached = new Set<string>();
  const visit = (id: string | null) => {
    const node = id === null || reached.has(id) ? undefined : byId.get(id);
    if (!node) return;
    reached.add(node.id);
    for (const { to } of waysOut(node)) visit(to);
  };
  visit(start);
  return nodes.flatMap(({ id }, at): Problem[] =>
    reached.has(id)
      ? []
      : [{ code: "unreached", message: `Nothing leads to ${id}`, path: ["nodes", at] }],
  );
}
