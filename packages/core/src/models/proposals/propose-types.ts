import { z } from "zod";

import { flow } from "../../operation/flow";
import { count, idIn } from "../../shapes";
import { findUnlabelled } from "../labels/find-unlabelled";
import { suggestedName } from "./suggested-name";

const MOST_GROUPS = 8;
const MOST_SHOWN = 5;
const MOST_OF_A_GROUP = 200;

/** Lists groups of documents whose type is not known and that are alike, each with a name that its documents suggest. */
export const proposeTypes = flow("models.propose-types", {
  title: "Propose types for unknown documents",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        name: z.string().nullable(),
        count,
        ids: z.array(idIn("doc")),
        examples: z.array(z.object({ id: idIn("doc"), title: z.string() })),
        phrases: z.array(z.string()),
      }),
    ),
  }),
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It reads." },

  async handle({ caller, ai, signal }) {
    const documents = await findUnlabelled(caller, { isWithoutType: true });
    const groups = await ai.groupAlike(
      documents.map(({ documentId, version, values }) => ({
        documentId,
        features: { version, values: Buffer.from(values, "base64"), excerpt: "" },
      })),
      signal,
    );
    const byId = new Map(documents.map((document) => [document.documentId, document]));
    return {
      items: groups.slice(0, MOST_GROUPS).map((ids) => {
        const members = ids.flatMap((id) => byId.get(id) ?? []);
        const phrases = members.flatMap((each) => each.phrases.slice(0, 3));
        return {
          name: suggestedName(members),
          count: members.length,
          ids: ids.slice(0, MOST_OF_A_GROUP),
          examples: members
            .slice(0, MOST_SHOWN)
            .map(({ documentId, title }) => ({ id: documentId, title })),
          phrases: [...new Set(phrases)].slice(0, MOST_SHOWN),
        };
      }),
    };
  },
});
