import type { AnswerPassage, DocumentInput, MayLeave, TypeDefinition, Understanding } from "../ai";
import { RedactionRefused } from "../outside/outside-call";

type Given = {
  document: DocumentInput;
  taxonomy: readonly TypeDefinition[];
  local: Pick<Understanding, "type">;
};

/** Throws `RedactionRefused` for a document that people chose never to send: itself, or as one of its type. */
export function refuseToSend({ document, taxonomy, local }: Given): void {
  const type = document.saidType ?? local.type.name ?? local.type.candidates[0]?.name;
  const isBarred = taxonomy.some(({ name, mayLeave }) => name === type && mayLeave === false);
  if (document.mayLeave === false || isBarred)
    throw new RedactionRefused(
      "The workspace does not send documents of this type or project to hosted models.",
    );
}

/** Throws `RedactionRefused` for a transcript that people chose never to send. */
export function refuseToSendMeeting({ mayLeave }: MayLeave): void {
  if (mayLeave === false)
    throw new RedactionRefused("The workspace does not send this transcript to hosted models.");
}

/** Throws `RedactionRefused` if one of the passages is of a document that people chose never to send. */
export function refuseToSendPassages(passages: readonly AnswerPassage[]): void {
  if (passages.some(({ mayLeave }) => mayLeave === false))
    throw new RedactionRefused(
      "A passage is of a document that the workspace does not send to hosted models.",
    );
}
