import { render } from "@besunny/rules/template";
import { z } from "zod";

import { deleteAction } from "../../actions/delete-action";
import { idOfAction, makeAction } from "../sending/make-action";
import { action, textOf } from "./action";
import { linkOf } from "./link-of";
import { refusedTo } from "./may";

const LONGEST = 2_000;
const DAY_MS = 86_400_000;

/** Writes an action of the document into the list of actions. Who sees the document sees it. */
export const makeActionItem = action({
  name: "make-action-item",
  field: "action",
  input: z.object({
    text: z.string().trim().min(1, "Say what is to be done").max(LONGEST),
    ownerId: z.string().min(1).max(60).optional(),
    dueInDays: z.number().int().min(0).max(3_650).optional(),
  }),
  isReversible: true,
  templates: ({ text }) => [{ text, path: ["text"] }],
  names: ({ ownerId: id }) => (id === undefined ? [] : [{ kind: "person", id, path: ["ownerId"] }]),
  words: ({ text, ownerId, dueInDays }, { nameOf }) => ({
    text,
    owner: ownerId === undefined ? "–" : nameOf(ownerId),
    days: dueInDays === undefined ? "–" : String(dueInDays),
  }),

  plan(world, subject, { text: template, ownerId, dueInDays }) {
    const refused = refusedTo(world, subject, "document.correct");
    if (refused) return refused;
    const { document, record } = subject;
    const { text, missing } = render(template, record, linkOf(document.id));
    if (text === null) return { kind: "refused", because: `${missing} is not known.` };
    const owner = ownerId === undefined ? undefined : world.people.get(ownerId);
    if (ownerId !== undefined && !owner)
      return { kind: "refused", because: "The person in charge has left the workspace." };
    if (owner && !owner.principals.some((each) => document.access.includes(each)))
      return { kind: "refused", because: `${owner.name} does not see the document.` };
    const dueOn =
      dueInDays === undefined
        ? null
        : new Date(world.now.getTime() + dueInDays * DAY_MS).toISOString().slice(0, 10);
    const said = text.trim().slice(0, LONGEST);
    if (said === "") return { kind: "refused", because: "The action would be empty." };
    return {
      kind: "change",
      change: {
        action: "make-action-item",
        documentId: document.id,
        field: "action",
        before: null,
        after: [said, ...(owner ? [owner.name] : []), ...(dueOn === null ? [] : [dueOn])],
        with: { text: said, ownerId: ownerId ?? null, dueOn, meetingId: record.meeting.id ?? null },
      },
    };
  },

  foresee: (_world, subject) => subject,
  async perform(caller, { documentId, with: given = {} }, { key }) {
    await makeAction(caller, {
      documentId,
      meetingId: given.meetingId ? textOf(given.meetingId) : null,
      text: textOf(given.text),
      ownerId: given.ownerId ? textOf(given.ownerId) : null,
      dueOn: given.dueOn ? textOf(given.dueOn) : null,
      key,
    });
  },
  async undo(caller, _change, { key }) {
    await deleteAction(caller, { id: idOfAction(key) });
  },
});
