import type { z } from "zod";
import { mayDo, mustBeAllowed } from "../../access/rights";
import { documentsFiled } from "../../events";
import type { CommandTools } from "../../operation/command";
import { chosenIds, type matchingDocuments } from "./chosen-documents";
import type { LabelPlace } from "./label-place-words";
import { projectToFileIn } from "./project-to-file-in";
import { writeAccess } from "./write-access";

type Filing = {
  projectId: string;
  add?: readonly string[] | undefined;
  addMatching?: z.output<typeof matchingDocuments> | undefined;
  remove?: readonly string[] | undefined;
  isConfirmed: boolean;
  place: LabelPlace;
};

/** Adds documents to a project or removes them, with their families. Returns the ids of all of these documents. */
export async function fileInProject(
  tools: CommandTools,
  { projectId: id, add = [], addMatching, remove = [], isConfirmed, place }: Filing,
): Promise<{ ids: string[] }> {
  const { documents, filing, labels, actor, clock, changed, emit, workspaceId } = tools;
  await filing.holdProjects([id]);
  await projectToFileIn(tools, id);

  const matching = addMatching ? await chosenIds(tools, { matching: addMatching }) : [];
  const named = (await documents.findMany([...add, ...remove])).map((document) => document.id);
  const locked = await filing.lockFamilies([...new Set([...named, ...matching])]);
  const isNamed = ({ memberIds }: { memberIds: readonly string[] }) =>
    memberIds.some((each) => named.includes(each));
  const families = addMatching
    ? locked.filter((family) => isNamed(family) || mayDo(actor, "document.file", family))
    : locked;
  if (families.length === 0) return { ids: [] };
  mustBeAllowed(actor, "document.file", families);
  const adding = new Set([...add, ...matching]);
  const [added, removed] = [true, false].map((isAdded) =>
    families
      .filter(({ memberIds }) => memberIds.some((each) => adding.has(each)) === isAdded)
      .flatMap(({ memberIds }) => memberIds),
  );
  await filing.add(added ?? [], id);
  await filing.remove(removed ?? [], id);
  if (actor.kind === "user") {
    const before = new Set(
      families.flatMap(({ filedIn, memberIds }) =>
        filedIn.some((project) => project.id === id) ? memberIds : [],
      ),
    );
    // Attachments follow their mail; nobody said it of them.
    const said = (added ?? []).filter((each) => adding.has(each) && !before.has(each));
    await labels.fileMany(said, { projectId: id, byId: actor.id, place });
    await labels.unfileMany(removed ?? [], id, clock());
  }
  for (const { id: subject, filedIn, memberIds } of families) {
    const before = filedIn.map((project) => project.id).toSorted();
    const others = before.filter((each) => each !== id);
    const isIn = memberIds.some((each) => added?.includes(each));
    const after = (isIn ? [...others, id] : others).toSorted();
    changed({ subject, before: { projects: before }, after: { projects: after } });
  }
  if ((added ?? []).length > 0)
    emit(documentsFiled.of({ workspaceId, projectId: id, documentIds: added ?? [] }));
  await writeAccess(tools, { documentIds: families.map((family) => family.id) }, { isConfirmed });
  return { ids: families.flatMap(({ memberIds }) => memberIds) };
}
