import { Approver } from "@besunny/rules/definition";
import { render } from "@besunny/rules/template";
import { z } from "zod";

import { approversOf } from "../approvals/approvers-of";
import { tellPeople } from "../sending/tell-people";
import { action, listOf, type Named, textOf } from "./action";
import { linkOf } from "./link-of";

const LONGEST = 1_000;

/** Tells people something about the document: in the app, and by mail as each of them has chosen. It reaches those alone who see the document. */
export const notify = action({
  name: "notify",
  field: "notice",
  input: z.object({
    to: z.array(Approver).min(1, "Say who is notified").max(20),
    message: z.string().trim().min(1, "Write a message").max(2_000),
  }),
  isReversible: false,
  templates: ({ message }) => [{ text: message, path: ["message"] }],
  names: ({ to }) =>
    to.flatMap((each, at): Named[] => {
      if (each.kind === "person") return [{ kind: "person", id: each.userId, path: ["to", at] }];
      return each.kind === "leads" && each.projectId !== undefined
        ? [{ kind: "project", id: each.projectId, path: ["to", at] }]
        : [];
    }),
  words: ({ to, message }, { whom }) => ({ people: to.map(whom).join(", "), message }),

  plan({ people }, { document, record }, { to, message }) {
    const told = approversOf(to, { people, document, notThem: null });
    if (told.length === 0)
      return { kind: "nothing", because: "None of these people sees the document." };
    const { text, missing } = render(message, record, linkOf(document.id));
    if (text === null) return { kind: "refused", because: `${missing} is not known.` };
    return {
      kind: "change",
      change: {
        action: "notify",
        documentId: document.id,
        field: "notice",
        before: null,
        after: [told.map((id) => people.get(id)?.name ?? id).join(", "), text.slice(0, LONGEST)],
        with: { to: told, message: text.slice(0, LONGEST) },
      },
    };
  },
  foresee: (_world, subject) => subject,
  async perform(caller, change, { key }) {
    await tellPeople(caller, {
      documentId: change.documentId,
      to: listOf(change.with?.to),
      message: textOf(change.with?.message),
      key,
    });
  },
});
