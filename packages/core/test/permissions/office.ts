import { createHash } from "node:crypto";
import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";

import type { Role } from "../../src/access/actions";
import { can } from "../../src/access/policy";
import { createReprocessBatch } from "../../src/batches/create-reprocess-batch";
import type { WorkspaceContext } from "../../src/context";
import { askInConversation } from "../../src/conversations/ask-in-conversation";
import { changeConversation } from "../../src/conversations/change-conversation";
import { startConversation } from "../../src/conversations/start-conversation";
import { createGroup } from "../../src/groups/create-group";
import { recordMeeting } from "../../src/meetings/understanding/record-meeting";
import { createProject } from "../../src/projects/create-project";
import { putProjectMember } from "../../src/projects/put-project-member";
import { createView } from "../../src/views/create-view";
import { aColleague, inBackground, signedIn } from "../contexts";
import { aModel, anUnderstanding, aReadyDocument } from "../documents";
import { anEquippedOwner, type Index } from "../world";
import type { Chance } from "./random";

/** A document as the test knows it. The rule of who may see it is written here a second time, apart from the product's. */
export type Paper = {
  id: string;
  /** A word that is in its title, file name, text and names, and nowhere else. */
  marker: string;
  uploadedBy: string;
  projects: Set<string>;
  /** The people and groups that it is shared with. */
  sharedWith: Set<string>;
  parent: Paper | null;
  isTrashed: boolean;
  /** The meeting that was understood of it, and the action that was found there. */
  meetingId: string;
  actionId: string;
};
export type Folder = { id: string; isRestricted: boolean; members: Set<string> };
export type Person = { id: string; role: Role };
/** The members of each group. */
export type Groups = ReadonlyMap<string, Set<string>>;

export type Office = Awaited<ReturnType<typeof anOffice>>;

/** Returns whether the person may see the document, by the table "Who sees a document" of ARCHITECTURE.md. */
export function mayBeSeen(
  paper: Paper,
  person: Person,
  folders: ReadonlyMap<string, Folder>,
  groups: Groups,
): boolean {
  if (person.role === "owner" || person.role === "admin") return true;
  if (paper.parent) return mayBeSeen(paper.parent, person, folders, groups);
  if (paper.uploadedBy === person.id || paper.projects.size === 0) return true;
  for (const whom of paper.sharedWith)
    if (whom === person.id || groups.get(whom)?.has(person.id)) return true;
  return [...paper.projects].some((id) => {
    const folder = folders.get(id);
    return folder && (!folder.isRestricted || folder.members.has(person.id));
  });
}

/** A workspace with people of every role, open and restricted projects and documents of which many are in them. */
export async function anOffice(index: Index, chance: Chance) {
  const owner = await anEquippedOwner(index);
  const ctx: WorkspaceContext = { ...owner, ai: { ...owner.ai, answer: recite } };
  const people: Person[] = [{ id: owner.actor.id, role: "owner" }];
  for (const role of ["admin", "member", "member", "member", "viewer", "viewer"] as const)
    people.push({ id: (await aColleague(ctx, { role })).actor.id, role });
  const folders = new Map<string, Folder>();
  for (const isRestricted of [true, true, true, false]) {
    const { id } = await createProject(ctx, { name: `Folder ${folders.size}`, isRestricted });
    folders.set(id, { id, isRestricted, members: new Set() });
    for (const { id: userId, role } of people.slice(2))
      if (chance.is(0.3)) {
        await putProjectMember(ctx, {
          id,
          userId,
          role: role === "viewer" ? "reader" : "contributor",
        });
        folders.get(id)?.members.add(userId);
      }
  }
  const groups = new Map<string, Set<string>>();
  for (const name of ["Board", "Night shift"]) {
    const { id } = await createGroup(ctx, { name });
    groups.set(id, new Set());
  }
  const papers: Paper[] = [];
  const conversations: string[] = [];
  const views: string[] = [];
  const batches: string[] = [];

  /** The context of a person with the rights that they have now. */
  function as({ id, role }: Person): WorkspaceContext {
    const projects = [...folders.values()]
      .filter(({ members }) => members.has(id))
      .map(
        (folder) =>
          ({ id: folder.id, role: role === "viewer" ? "reader" : "contributor" }) as const,
      );
    const mine = [...groups].filter(([, members]) => members.has(id)).map(([group]) => group);
    const given = { role, projects, groups: mine, via: signedIn };
    const actor = { kind: "user" as const, id, name: "Pat", ...given };
    return { ...ctx, actor };
  }

  /** Uploads a document of its own words; with a parent, as what came in it. */
  async function add(parent: Paper | null = null): Promise<Paper> {
    const marker = `qz${createHash("sha256").update(`${chance.next()}`).digest("hex").slice(0, 10)}`;
    const uploader = chance.of(people.filter(({ role }) => role !== "viewer"));
    const folder = chance.is(0.8) ? chance.of([...folders.keys()]) : null;
    const text = `${marker} pays the rent to the landlord on Monday, says ${marker}.`;
    const name = `Firm ${marker}`;
    const like = papers
      .slice(-2)
      .map(({ id }) => ({ documentId: id, type: "contract", likeness: 0.9 }));
    const { id } = await aReadyDocument(
      parent ? inBackground(ctx) : asUploader(uploader, folder),
      text,
      {
        fileName: `${marker}.txt`,
        title: `Lease ${marker}`,
        model: aModel(text, `${marker} again.`),
        understanding: anUnderstanding({
          like,
          entities: [
            { kind: "organisation", text: name, confidence: 0.9, evidence: [[0, marker.length]] },
            {
              kind: "person",
              text: "Ada Lovelace",
              confidence: 0.9,
              evidence: [[0, marker.length]],
            },
          ],
          summary: [{ text: `${marker} pays.`, evidence: [[0, marker.length]], isShort: true }],
          facts: [
            { name: "parties", value: marker, confidence: 0.9, evidence: [[0, marker.length]] },
          ],
        }),
        ...(parent ? { parentId: parent.id } : folder && { projectIds: [folder] }),
      },
    );
    const paper = {
      id,
      marker,
      uploadedBy: uploader.id,
      projects: new Set(folder ? [folder] : []),
      sharedWith: new Set<string>(),
      parent,
      isTrashed: false,
      ...(await meet(id, marker)),
    };
    papers.push(paper);
    return paper;
  }

  /** Stores what is known of a document as a meeting of one turn, with a decision and an action. */
  async function meet(documentId: string, marker: string) {
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
    const document = await ctx.db.read(scope, ({ documents }) => documents.find(documentId));
    const evidence = [
      { turns: [1], quote: marker, span: [0, marker.length] as [number, number], atMs: null },
    ];
    const said = { text: `${marker} pays the rent`, confidence: 0.9, topic: 0, evidence };
    await recordMeeting(inBackground(ctx, undefined, "understand-meeting"), {
      documentId,
      modelKey: document?.modelKey ?? "",
      title: `Meeting ${marker}`,
      findings: {
        language: "en",
        heldOn: null,
        topics: [{ name: marker, firstTurn: 1, lastTurn: 1, evidence }],
        summary: { short: [said], medium: [said], long: [said] },
        decisions: [{ ...said, by: marker, discussion: { firstTurn: 1, lastTurn: 1 } }],
        questions: [{ ...said, by: marker }],
        actions: [{ ...said, owner: { name: marker, how: "committed" }, due: null }],
        outcome: { kind: "decided", confidence: 0.9, evidence },
        tone: null,
        speakers: [{ name: marker, isGeneric: false, turns: 1, words: 9, seconds: null }],
        problems: [],
      },
      turns: [
        {
          number: 1,
          speaker: 1,
          startMs: null,
          endMs: null,
          isTimeGuessed: false,
          isMoved: false,
          spanStart: 0,
          spanEnd: marker.length,
          marks: [],
        },
      ],
      speakers: [{ number: 1, name: marker, labels: [marker], userId: null, correctedBy: null }],
      placed: [],
      producer: { kind: "local", model: "a-test", release: "1" },
      people: [],
      seconds: null,
      understoodAt: new Date(),
    });
    return ctx.db.read(scope, async ({ meetings, actionItems }) => {
      const meetingId = (await meetings.findOf(documentId))?.id ?? "";
      return { meetingId, actionId: (await actionItems.ofMeeting(meetingId))[0]?.id ?? "" };
    });
  }

  /** A person uploads to projects that they belong to; the test lets them in for the moment of the upload. */
  function asUploader(uploader: Person, folder: string | null): WorkspaceContext {
    const seen = as(uploader);
    if (seen.actor.kind !== "user" || !folder) return seen;
    return { ...seen, actor: { ...seen.actor, projects: [{ id: folder, role: "lead" }] } };
  }

  /** Everybody asks about what there is now and shares the answer, and saves a view that all see. The first time, all is read again in a batch. */
  async function remember(): Promise<void> {
    if (batches.length === 0) {
      const ids = papers.filter(({ isTrashed }) => !isTrashed).map(({ id }) => id);
      batches.push((await createReprocessBatch(ctx, { ids })).id);
    }
    for (const person of people) {
      const own = as(person);
      const { id } = await startConversation(own, { title: "Rents" });
      conversations.push(id);
      const question = "Who pays the rent to the landlord on Monday?";
      for await (const _item of askInConversation(own, { id, question }));
      await changeConversation(own, { id, isShared: true });
      views.push(
        (
          await createView(own, {
            name: `Rents of ${person.id}`,
            query: "rent",
            isShared: can(person.role, "view.share"),
          })
        ).id,
      );
    }
  }

  return {
    ctx,
    people,
    folders,
    groups,
    papers,
    conversations,
    views,
    batches,
    as,
    add,
    remember,
  };
}

/** A model that says all that it was given: what reaches it, reaches the person. */
async function* recite({ passages }: AnswerInput): AsyncGenerator<AnswerEvent> {
  yield {
    kind: "text",
    text: passages.map(({ title, text, n }) => `${title}: ${text} [${n}]`).join("\n"),
  };
  yield {
    kind: "done",
    found: passages.length > 0,
    citations: passages.map(({ n }) => ({ n, passage: n, quote: "pays", span: [13, 17] })),
    sent: null,
    producedBy: { kind: "local", model: "a-test", release: "1" },
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };
}
