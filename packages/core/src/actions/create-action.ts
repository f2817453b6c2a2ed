import { z } from "zod";
import { personOf } from "../access/person-of";
import { mustContribute } from "../access/rights";
import { notFound } from "../errors";
import { meetingId, projectId } from "../ids";
import { mustChangeMeeting } from "../meetings/contract/must-change";
import { type CommandTools, command } from "../operation/command";
import { announceAction } from "./contract/announce";
import { ListedAction, listedActions } from "./contract/listed-action";
import { keptForOf, ownerColumns } from "./contract/owner";
import { actionText } from "./contract/text";
import { atDay, dayInput } from "./contract/today";

/**
 * Makes an action by hand. One of a meeting is seen with its transcript. Without a meeting it is seen by its maker and its owner, and in a project by
 * those who see the project.
 */
export const createAction = command("actions.create-action", {
  title: "Write an action",
  permission: "document.correct",
  input: z
    .object({
      text: actionText,
      ownerId: z.string().min(1).max(60).optional(),
      ownerName: z.string().trim().min(1).max(120).optional(),
      dueOn: dayInput.optional(),
      projectId: projectId.optional(),
      meetingId: meetingId.optional(),
    })
    .refine(
      ({ ownerId, ownerName }) => ownerId === undefined || ownerName === undefined,
      "Give a member or a name, and not both",
    )
    .refine(
      (given) => given.projectId === undefined || given.meetingId === undefined,
      "An action of a meeting is in the projects of its transcript. Give a meeting or a project, and not both",
    ),
  output: ListedAction,
  doors: ["web", "rest"],

  async handle(tools, { text, ownerId, ownerName, dueOn, ...of }) {
    const { actionItems, actor, clock } = tools;
    const { id: createdBy } = personOf(actor);
    const { meeting, project } = await placeOf(tools, of);
    const place = { documentId: meeting?.documentId ?? null, project, createdBy, keptFor: [] };
    const given = ownerId ? { userId: ownerId } : ownerName ? { name: ownerName } : null;
    const owner = await ownerColumns(tools, given, place);
    const now = clock();
    const [id = ""] = await actionItems.create([
      {
        text,
        state: "open",
        ...owner,
        dueOn: dueOn ? atDay(dueOn) : null,
        meetingId: meeting?.id ?? null,
        documentId: place.documentId,
        projectId: project?.id ?? null,
        keptFor: meeting ? [] : keptForOf({ ...place, ownerId: owner.ownerId }),
        createdBy,
        confirmedBy: createdBy,
        confirmedAt: now,
        isCorrected: true,
      },
    ]);
    announceAction(
      tools,
      { id, documentId: place.documentId },
      { before: {}, after: { text }, state: "open" },
    );
    const [made] = await listedActions(tools, await actionItems.findMany([id]));
    return made ?? notFound("Action", id);
  },
});

async function placeOf(
  tools: CommandTools,
  {
    meetingId: ofMeeting,
    projectId: ofProject,
  }: { meetingId?: string | undefined; projectId?: string | undefined },
) {
  const meeting = ofMeeting ? await mustChangeMeeting(tools, ofMeeting) : null;
  const project = ofProject
    ? ((await tools.projects.find(ofProject)) ?? notFound("Project", ofProject))
    : null;
  if (project) mustContribute(tools.actor, project);
  return { meeting, project };
}
