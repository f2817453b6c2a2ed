import type { Repositories } from "@besunny/db/database";
import type { FamiliesOf } from "@besunny/db/workspace/documents/family-sql";
import type { Opening } from "@besunny/db/workspace/documents/filing";
import type { Actor } from "../../access/actor";
import { mayPublish } from "../../access/rights";
import { AppError } from "../../errors";
import type { Notes } from "../../operation/surroundings";
import { announceChange } from "./announce-change";

type Tools = Pick<Repositories, "filing" | "members"> &
  Notes & { actor: Actor; workspaceId: string };

/** The most opened documents that the audit row names. */
const MOST_NAMED = 1000;

/**
 * Writes the access of documents and of their attachments after their projects changed, in a few statements for any number. Throws
 * `FORBIDDEN` if that opens a document to the whole workspace and the actor does not lead each restricted project that hid it. Throws
 * `CONFIRMATION_NEEDED`, with the people who will see the documents, until the caller confirms.
 */
export async function writeAccess(
  tools: Tools,
  of: FamiliesOf,
  { isConfirmed }: { isConfirmed: boolean },
): Promise<void> {
  const { filing, changed } = tools;
  const opening = await filing.findOpening(of, { most: MOST_NAMED });
  if (opening.count > 0) await mustMayOpen(tools, of, opening, isConfirmed);
  announceChange(tools, [await filing.writeAccess(of)]);
  for (const id of opening.ids)
    changed({ subject: id, before: { isOpen: false }, after: { isOpen: true } });
}

async function mustMayOpen(
  { actor, filing, members }: Tools,
  of: FamiliesOf,
  { count, title, projectIds }: Opening,
  isConfirmed: boolean,
): Promise<void> {
  const among = projectIds.filter(
    (id) => !mayPublish(actor, { filedIn: [{ id, isRestricted: true }] }),
  );
  if (among.length > 0) {
    const kept = await filing.findOpening(of, { most: 1, among });
    throw new AppError("FORBIDDEN", `Only a lead may open “${kept.title}” to the whole workspace`, {
      hint: "Ask a lead of the restricted project that it is in.",
    });
  }
  if (isConfirmed) return;
  const people = (await members.list()).length;
  throw new AppError("CONFIRMATION_NEEDED", openingWords(title ?? "", count, people), {
    hint: "Send the same again with isConfirmed to go on.",
  });
}

function openingWords(title: string, files: number, people: number): string {
  const what = files === 1 ? `“${title}”` : `“${title}” and ${files - 1} more`;
  const whom = people === 1 ? "1 person" : `${people} people`;
  return `Everyone in the workspace (${whom}) will see ${what}`;
}
