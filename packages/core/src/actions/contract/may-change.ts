import type { Repositories } from "@besunny/db/database";
import type { StoredAction } from "@besunny/db/meetings/action-items";
import type { Actor } from "../../access/actor";
import { may } from "../../access/policy";
import { mayDo } from "../../access/rights";
import { AppError, notFound } from "../../errors";

type Tools = Pick<Repositories, "documents"> & { actor: Actor };

/**
 * Returns a function that says whether the actor may change one of these actions. Its owner may, and people who may correct its transcript. An action
 * that a person wrote is changed by its maker, and by contributors of its project.
 */
export async function mayChangeActions(
  { documents, actor }: Tools,
  stored: readonly StoredAction[],
): Promise<(id: string) => boolean> {
  const documentIds = [...new Set(stored.flatMap(({ documentId }) => documentId ?? []))];
  const found = new Map((await documents.findMany(documentIds)).map((each) => [each.id, each]));
  const isCorrector = may(actor, "document.correct");
  const me = actor.kind === "user" ? actor.id : null;
  const mine = (row: StoredAction) => me !== null && row.ownerId === me;
  const ofDocument = ({ documentId }: StoredAction) => {
    const document = found.get(documentId ?? "");
    return document !== undefined && mayDo(actor, "document.correct", document);
  };
  const byHand = ({ createdBy, keptFor, project }: StoredAction) =>
    (me !== null && (createdBy === me || keptFor.includes(me))) ||
    (project !== null && mayDo(actor, "document.correct", { filedIn: [project] }));
  const changeable = new Set(
    stored
      .filter(
        (row) => isCorrector && (mine(row) || (row.documentId ? ofDocument(row) : byHand(row))),
      )
      .map(({ id }) => id),
  );
  return (id) => changeable.has(id);
}

/** Returns the actions, in their order. Throws `NOT_FOUND` if the actor does not see one, and `FORBIDDEN` if they may only read it. */
export async function mustChangeActions(
  tools: Tools & Pick<Repositories, "actionItems">,
  ids: readonly string[],
): Promise<StoredAction[]> {
  const found = new Map((await tools.actionItems.findMany(ids)).map((row) => [row.id, row]));
  const rows = [...new Set(ids)].map((id) => found.get(id) ?? notFound("Action", id));
  const mayChange = await mayChangeActions(tools, rows);
  const refused = rows.find(({ id }) => !mayChange(id));
  if (refused)
    throw new AppError("FORBIDDEN", `You may only read the action “${refused.text}”`, {
      hint: "Ask its owner, or somebody who may correct the transcript of its meeting.",
    });
  return rows;
}

/** Returns the action. Throws as `mustChangeActions` does. */
export async function mustChangeAction(
  tools: Tools & Pick<Repositories, "actionItems">,
  id: string,
): Promise<StoredAction> {
  const [row] = await mustChangeActions(tools, [id]);
  return row ?? notFound("Action", id);
}
