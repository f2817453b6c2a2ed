import { z } from "zod";
import { labelPlaces } from "../../documents/contract/label-place-words";
import { query } from "../../operation/query";
import { count, idIn, instant, pageOf, paging } from "../../shapes";
import { labelSources } from "../../understanding/contract/history";

const PROJECT = "project";

/** A label in force: what a person said of a document, where they said it, and how many documents follow it. */
const TaughtLabel = z.object({
  id: idIn("lab"),
  document: z.object({ id: idIn("doc"), title: z.string() }),
  field: z.string(),
  value: z.string().nullable(),
  before: z.string().nullable(),
  /** The project that a label of the field `project` names. */
  project: z.object({ id: idIn("prj"), name: z.string() }).nullable(),
  source: z.enum(labelSources),
  place: z.enum(labelPlaces).nullable(),
  by: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
  shownRelease: z.string().nullable(),
  createdAt: instant,
  followers: count,
});

/** Lists what people said of the documents that the caller may see, newest first. */
export const listLabels = query("models.list-labels", {
  title: "List what people taught",
  permission: "document.read",
  input: z.object({
    ...paging,
    field: z.string().max(120).optional(),
    value: z.string().max(200).optional(),
    source: z.enum(labelSources).optional(),
    place: z.enum(labelPlaces).optional(),
  }),
  output: pageOf(TaughtLabel),
  doors: ["web"],

  async handle({ taughtLabels, labels, projects }, { cursor, limit, ...filter }) {
    const page = await taughtLabels.list(filter, { cursor, limit });
    const names = await labels.namesOf(page.items.map(({ byId }) => byId));
    const followers = await taughtLabels.countFollowers(
      page.items.flatMap(({ field, documentId }) => (field === "type" ? documentId : [])),
    );
    const filed = page.items.flatMap(({ field, value }) =>
      field === PROJECT && value ? value : [],
    );
    const named = new Map(
      (await projects.findMany(filed)).map(({ id, name }) => [id, { id, name }]),
    );
    return {
      ...page,
      items: page.items.map(({ documentId, document, byId, source, place, ...label }) => ({
        ...label,
        // The project before may be one that the caller does not see.
        before: label.field === PROJECT ? null : label.before,
        project: (label.field === PROJECT && label.value && named.get(label.value)) || null,
        document: { id: documentId, title: document.title },
        source: z.enum(labelSources).parse(source),
        place: place === null ? null : z.enum(labelPlaces).parse(place),
        by: names.get(byId) ?? null,
        followers: label.field === "type" ? (followers.get(documentId) ?? 0) : 0,
      })),
    };
  },
});
