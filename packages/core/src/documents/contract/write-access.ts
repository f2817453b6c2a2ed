import type { Repositories } from "@besunny/db/database";
import type { FiledFamily } from "@besunny/db/filing";
import type { Actor } from "../../access/actor";
import { accessOf } from "../../access/document-access";
import { mayPublish } from "../../access/rights";
import { AppError } from "../../errors";
import { documentChanged } from "../../events";
import type { Notes } from "../../operation/pipeline";

type Tools = Pick<Repositories, "filing" | "members"> &
  Notes & { actor: Actor; workspaceId: string };

/** A file with everything that came in it as it was filed so far, and where it is filed from now on. */
export type Refiling = { family: FiledFamily; filedIn: FiledFamily["filedIn"] };

/**
 * Writes anew who may see files and everything that came in them. What only members of restricted projects saw
 * opens to the whole workspace by a lead of each of these alone, and once it is confirmed: throws `CONFIRMATION_NEEDED`, which says who
 * will see what.
 */
export async function refileFamilies(
  tools: Tools,
  refilings: readonly Refiling[],
  { isConfirmed }: { isConfirmed: boolean },
): Promise<string[]> {
  const { filing, workspaceId, emit } = tools;
  const changes = refilings.map(({ family, filedIn }) => ({
    family,
    access: accessOf({ uploadedById: family.uploadedById, filedIn }),
  }));
  await mustMayOpen(
    tools,
    changes
      .filter(({ family, access }) => !family.access.includes("ws") && access.includes("ws"))
      .map(({ family }) => family),
    isConfirmed,
  );
  // Most of a project's documents are seen by the same people, and are written at once.
  for (const alike of Map.groupBy(changes, ({ access }) => access.join(" ")).values()) {
    const ids = alike.flatMap(({ family }) => family.memberIds);
    await filing.writeAccess(ids, alike[0]?.access ?? []);
    for (const documentId of ids) emit(documentChanged.of({ workspaceId, documentId }));
  }
  return refilings.flatMap(({ family }) => family.memberIds);
}

async function mustMayOpen(
  { actor, members, changed }: Tools,
  opened: readonly FiledFamily[],
  isConfirmed: boolean,
): Promise<void> {
  const [first] = opened;
  if (!first) return;
  const kept = opened.find((family) => !mayPublish(actor, family));
  if (kept)
    throw new AppError("FORBIDDEN", `Only a lead may open “${kept.title}” to the whole workspace`, {
      hint: "Ask a lead of the restricted project that it is in.",
    });
  if (!isConfirmed) {
    const people = (await members.list()).length;
    throw new AppError("CONFIRMATION_NEEDED", openingWords(first.title, opened.length, people), {
      hint: "Send the same again with isConfirmed to go on.",
    });
  }
  for (const { id } of opened)
    changed({ subject: id, before: { isOpen: false }, after: { isOpen: true } });
}

function openingWords(title: string, files: number, people: number): string {
  const what = files === 1 ? `“${title}”` : `“${title}” and ${files - 1} more`;
  const whom = people === 1 ? "1 person" : `${people} people`;
  return `Everyone in the workspace (${whom}) will see ${what}`;
}
