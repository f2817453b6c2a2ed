import type { TypeDefinition } from "@besunny/ai/ai";
import { isRedactionKind } from "@besunny/document-model/statements/redaction-kinds";
import { z } from "zod";
import { findParsedDocument } from "../content/find-parsed-document";
import { getDocument } from "../documents/get-document";
import { documentId } from "../ids";
import type { Caller } from "../operation/caller";
import { flow } from "../operation/flow";
import { rulesFor } from "../redaction/contract/policy";
import { RedactionPreview } from "../redaction/contract/preview";
import { previewMessages } from "../redaction/contract/preview-messages";
import { findBarred } from "../redaction/find-barred";
import { getPolicy } from "../redaction/get-policy";
import { typesWithCard } from "../understanding/contract/cards/cards";
import { getCard } from "../understanding/get-card";
import { listTypes } from "../understanding/list-types";
import { inputOf } from "./stages/understand-parsed";

const MOST_CANDIDATES = 5;

/**
 * Returns the messages with which a hosted model would be asked to read a document, as they would leave. Sends nothing, and needs no key. Beginnings of
 * other documents, which go along as examples, are not shown.
 */
export const previewDocument = flow("processing.preview-document", {
  title: "See what would be sent of a document",
  permission: "document.read",
  input: z.object({ id: documentId, server: z.string().max(300).nullish() }),
  output: RedactionPreview,
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It changes nothing and sends nothing." },

  async handle({ caller, ai, signal }, { id, server }) {
    const found = await getDocument(caller, { id });
    const model = await findParsedDocument(caller, { id });
    const candidates = (found.result?.type.candidates ?? []).slice(0, MOST_CANDIDATES);
    const [policy, barred, taxonomy] = await Promise.all([
      getPolicy(caller, {}),
      findBarred(caller, { ids: [id] }),
      typesOf(
        caller,
        candidates.map(({ name }) => name),
      ),
    ]);
    const isBarred = barred.length > 0 || policy.neverTypes.includes(candidates[0]?.name ?? "");
    const document = inputOf(model, found);
    const given = {
      messages: await ai.messagesFor({ document, taxonomy, candidates }),
      rules: rulesFor(policy, server ?? null),
      known: (found.result?.entities ?? []).flatMap(({ kind, text }) =>
        isRedactionKind(kind) ? [{ kind, text }] : [],
      ),
      isBarred,
    };
    return previewMessages(ai, given, signal);
  },
});

/** The types of the workspace, with the cards of the likely ones. */
async function typesOf(caller: Caller, likely: readonly string[]): Promise<TypeDefinition[]> {
  const { items } = await listTypes(caller, {});
  return Promise.all(
    items.map(async ({ name, definition, examples }) => {
      const hasCard = likely.includes(name) && typesWithCard.includes(name);
      const fields = hasCard ? (await getCard(caller, { type: name })).fields : [];
      return { name, definition, examples, fields: fields.filter(({ isOn }) => isOn) };
    }),
  );
}
