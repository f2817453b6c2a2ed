import type { Repositories } from "@besunny/db/database";
import type { View as Row } from "@besunny/db/workspace/views";

import type { Actor, Person } from "../access/actor";
import { personOf } from "../access/person-of";
import type { Clock } from "../context";
import { AppError, notFound } from "../errors";
import { type View, viewOf } from "./contract/view";
import { newMatches } from "./new-matches";

type Tools = Pick<Repositories, "views" | "documents" | "members"> & { actor: Actor; clock: Clock };

/** Returns views as the caller sees them, with the numbers of new documents. */
export async function showViews(tools: Tools, rows: readonly Row[]): Promise<View[]> {
  const { documents, members, actor, clock } = tools;
  const reader = personOf(actor);
  const people = await members.listPeople([...new Set(rows.map(({ ownerId }) => ownerId))]);
  const owners = new Map(people.map(({ id, name }) => [id, { id, name }]));
  const shown: View[] = [];
  for (const row of rows) {
    const newCount = row.habits?.isAlerting
      ? await documents.count(newMatches(row, row.habits.seenAt, { actor, now: clock() }))
      : null;
    shown.push(viewOf(row, { readerId: reader.id, owners, newCount }));
  }
  return shown;
}

/** Returns a view that the caller may use. Throws `NOT_FOUND` for any other. */
export async function findView(
  { views, actor }: Pick<Tools, "views" | "actor">,
  id: string,
): Promise<{ view: Row; reader: Person }> {
  const reader = personOf(actor);
  return { view: (await views.find(id, reader.id)) ?? notFound("View", id), reader };
}

/** Returns a view of the caller's own. Throws `FORBIDDEN` for one that another person shares. */
export async function findOwnView(tools: Pick<Tools, "views" | "actor">, id: string): Promise<Row> {
  const { view, reader } = await findView(tools, id);
  if (view.ownerId === reader.id) return view;
  throw new AppError("FORBIDDEN", "This view belongs to somebody else; you may use it", {
    hint: "Save a view of your own to change it.",
  });
}

/** Returns one view as the caller sees it now. */
export async function showView(tools: Tools, id: string): Promise<View> {
  const { view } = await findView(tools, id);
  const [shown] = await showViews(tools, [view]);
  return shown ?? notFound("View", id);
}
