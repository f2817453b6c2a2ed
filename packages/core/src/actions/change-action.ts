import type { StoredAction } from "@besunny/db/meetings/action-items";
import { z } from "zod";
import { mustContribute } from "../access/rights";
import { conflict, invalidInput, notFound } from "../errors";
import { actionId, projectId } from "../ids";
import { type CommandTools, command } from "../operation/command";
import { announceAction } from "./contract/announce";
import { ListedAction, listedActions } from "./contract/listed-action";
import { mustChangeAction } from "./contract/may-change";
import { GivenOwner, keptForOf, ownerColumns } from "./contract/owner";
import { actionText } from "./contract/text";
import { atDay, dayInput } from "./contract/today";

/** Changes an action by a person's word, which stays when its meeting is understood again. */
export const changeAction = command("actions.change-action", {
  title: "Change an action",
  permission: "document.correct",
  input: z
    .object({
      id: actionId,
      version: z.number().int().min(1),
      text: actionText.optional(),
      owner: GivenOwner.optional(),
      dueOn: dayInput.nullable().optional(),
      projectId: projectId
        .nullable()
        .optional()
        .meta({ description: "The project of an action that has no meeting" }),
    })
    .refine(
      ({ text, owner, dueOn, projectId: project }) =>
        [text, owner, dueOn, project].some((each) => each !== undefined),
      "Give a text, an owner, a day or a project",
    ),
  output: ListedAction.nullable().meta({
    description: "Null if it was given to somebody else and the caller sees it no more",
  }),
  doors: ["web", "rest"],

  async handle(tools, { id, version, text, owner, dueOn, projectId: toProject }) {
    const { actionItems } = tools;
    const row = await mustChangeAction(tools, id);
    if (row.version !== version) refuseOld(row);
    const project = toProject === undefined ? row.project : await projectFor(tools, row, toProject);
    const place = { ...row, project };
    const owned = owner === undefined ? null : await ownerColumns(tools, owner, place);
    if (!owned && toProject !== undefined && row.ownerId)
      await ownerColumns(tools, { userId: row.ownerId }, place);
    const after = {
      ...(text !== undefined && { text }),
      ...(owned ?? {}),
      ...(dueOn !== undefined && { dueOn: dueOn === null ? null : atDay(dueOn), dueWords: null }),
      ...(toProject !== undefined && { projectId: project?.id ?? null }),
    };
    const isWritten = await actionItems.update(id, version, {
      ...after,
      isCorrected: true,
      ...(text !== undefined &&
        text !== row.text &&
        row.createdBy === null && { foundText: row.foundText ?? row.text }),
      ...(row.documentId === null && {
        keptFor: keptForOf({ ...row, ownerId: owned ? owned.ownerId : row.ownerId }),
      }),
    });
    if (!isWritten) refuseOld(row);
    announceAction(tools, row, {
      before: shownIn(row),
      after: shownIn({ ...row, ...after }),
      state: row.state,
    });
    const [changed] = await listedActions(tools, await actionItems.findMany([id]));
    return changed ?? null;
  },
});

const shownIn = ({ text, ownerId, ownerName, dueOn, projectId: ofProject }: StoredAction) => ({
  text,
  ownerId,
  ownerName,
  dueOn,
  projectId: ofProject,
});

function refuseOld({ text }: StoredAction): never {
  conflict(
    `Somebody else has changed “${text}” since you opened it`,
    "Look at it again, then make your change.",
  );
}

async function projectFor(tools: CommandTools, row: StoredAction, to: string | null) {
  if (row.documentId)
    invalidInput(
      "An action of a meeting is in the projects of its transcript. File the transcript instead.",
    );
  if (row.createdBy === null)
    invalidInput(
      "The meeting of this action is deleted. It stays with those who have it, in no project.",
    );
  if (to === null) return null;
  const project = (await tools.projects.find(to)) ?? notFound("Project", to);
  mustContribute(tools.actor, project);
  return project;
}
