import type { Repositories } from "@besunny/db/database";
import type { World } from "@besunny/rules/check-definition";
import { type Catalogue, catalogueOf, type FactKind, type OwnField } from "@besunny/rules/fields";
import type { Problem } from "@besunny/rules/problem";
import { checkTemplate } from "@besunny/rules/template";

import { allFields } from "../../understanding/contract/cards/cards";
import { offeredTypes } from "../../understanding/contract/document-types";
import type { Endpoint } from "../actions/action";
import { actionNamed } from "../actions/registry";

export type WorldTools = Pick<
  Repositories,
  | "cardFields"
  | "customFields"
  | "documentTypes"
  | "members"
  | "projects"
  | "sources"
  | "webhookEndpoints"
>;

/** The things of a workspace that its editor offers and that a definition is checked against. */
export type Surroundings = {
  catalogue: Catalogue;
  types: string[];
  projects: { id: string; name: string; isRestricted: boolean; isArchived: boolean }[];
  people: { id: string; name: string; role: string }[];
  sources: { id: string; name: string }[];
  endpoints: Endpoint[];
};

const MOST_PROJECTS = 200;
const factKinds: Record<string, FactKind> = { money: "money", number: "number", date: "date" };
const ownKinds: Record<string, OwnField["kind"]> = {
  text: "text",
  number: "number",
  amount: "money",
  date: "date",
  boolean: "yesno",
  list: "word",
  link: "text",
};

/** Reads what the caller may name in an automation. */
export async function surroundingsOf(
  tools: WorldTools,
  reader: { id: string },
): Promise<Surroundings> {
  const cards = await tools.cardFields.list();
  const own = await tools.customFields.list();
  const types = await tools.documentTypes.list();
  const members = await tools.members.list();
  const projects = await allProjects(tools);
  const sources = await tools.sources.list({ userId: reader.id, seesShared: true });
  const endpoints = await tools.webhookEndpoints.list();
  return {
    catalogue: catalogueFor(cards, own),
    types: offeredTypes(types).map(({ name }) => name),
    projects,
    people: members.map(({ userId, role, user }) => ({ id: userId, name: user.name, role })),
    sources: sources.map(({ id, name }) => ({ id, name })),
    endpoints: endpoints.map(({ id, name, url, state, projectIds }) => ({
      ...{ id, name, url, projectIds },
      isOn: state === "on",
    })),
  };
}

type Cards = Awaited<ReturnType<Repositories["cardFields"]["list"]>>;
type Own = Awaited<ReturnType<Repositories["customFields"]["list"]>>;

const known = new Map<string, Catalogue>();
const MOST_KNOWN = 200;

/** Returns the fields of a workspace. Equal ones are one object, so that what was compiled for it is found again. */
export function catalogueFor(cards: Cards, own: Own): Catalogue {
  const added = cards
    .filter(({ isOwn, isOn }) => isOwn && isOn)
    .map(({ name, label, kind }) => ({ name, label, kind: factKinds[kind] ?? "text" }));
  const fields = own
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ key, name, kind }) => ({ key, label: name, kind: ownKinds[kind] ?? "text" }));
  const key = JSON.stringify([added, fields]);
  const found = known.get(key);
  if (found) return found;
  const standard = allFields.map(({ name, label, kind }) => ({
    name,
    label,
    kind: factKinds[kind] ?? ("text" as const),
  }));
  const made = catalogueOf({ facts: [...standard, ...added], own: fields });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

async function allProjects({ projects }: Pick<WorldTools, "projects">) {
  const items: Surroundings["projects"] = [];
  let cursor: string | undefined;
  do {
    const page = await projects.list({ limit: MOST_PROJECTS, cursor });
    for (const { id, name, isRestricted, archivedAt } of page.items)
      items.push({ id, name, isRestricted, isArchived: archivedAt !== null });
    cursor = page.nextCursor ?? undefined;
  } while (cursor && items.length < 5_000);
  return items;
}

/** Returns the world that a definition is checked against. */
export function worldOf(surroundings: Surroundings): World {
  const { catalogue, types, projects, people, sources, endpoints } = surroundings;
  const inWorld = {
    project: new Set(projects.filter(({ isArchived }) => !isArchived).map(({ id }) => id)),
    person: new Set(people.map(({ id }) => id)),
    type: new Set(types),
    endpoint: new Set(endpoints.map(({ id }) => id)),
  };
  return {
    catalogue,
    people: inWorld.person,
    projects: inWorld.project,
    sources: new Set(sources.map(({ id }) => id)),
    checkInput(name, input) {
      const found = actionNamed(name);
      if (!found) return null;
      const problems = found.problemsOf(input);
      if (problems.length > 0) return problems;
      const gone = found.names(input).flatMap(({ kind, id, path }): Problem[] =>
        inWorld[kind].has(id)
          ? []
          : [
              {
                code: "gone",
                message: `The ${kind === "endpoint" ? "webhook" : kind} is gone. Choose another one`,
                path,
              },
            ],
      );
      const wrong = found
        .templates(input)
        .flatMap(({ text, path }) => checkTemplate(text, catalogue, path));
      return [...gone, ...wrong];
    },
  };
}
