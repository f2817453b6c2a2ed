import type { Page } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { offsetPage, type Wanted } from "./offset-page";
import { seenDocument } from "./seen-document";
import { marksIn, type SpokenPlace, spokenAt, type TextPlace } from "./spoken-at";

const withSpeakers = {
  speakers: { orderBy: { number: "asc" } },
  document: {
    select: {
      title: true,
      fileName: true,
      datedOn: true,
      format: true,
      projects: { select: { projectId: true } },
    },
  },
  parts: { select: { id: true }, orderBy: [{ beganAt: "asc" }, { id: "asc" }] },
  _count: {
    select: {
      actions: { where: { state: { in: ["draft", "open", "done"] } } },
      decisions: { where: { removedBy: null } },
    },
  },
} satisfies Prisma.MeetingInclude;

export type StoredMeeting = Prisma.MeetingGetPayload<{ include: typeof withSpeakers }>;
export type StoredSpeaker = StoredMeeting["speakers"][number];
export type StoredTurn = Omit<
  Prisma.MeetingTurnGetPayload<object>,
  "meetingId" | "workspaceId" | "marks"
> & { marks: (readonly [number, number])[] };
export type StoredFinding = Prisma.MeetingFindingGetPayload<object>;

/** All that is kept of a meeting beside its speakers, turns and findings. */
export type MeetingRow = Omit<
  Prisma.MeetingUncheckedCreateInput,
  "id" | "workspaceId" | "documentId" | "createdAt"
>;
export type NewSpeaker = Omit<StoredSpeaker, "meetingId" | "workspaceId">;
/** A finding that is to be kept, under the id that it had before if it is known. */
export type NewFinding = Omit<
  Prisma.MeetingFindingUncheckedCreateInput,
  "id" | "workspaceId" | "meetingId"
> & { id?: string };

/** Which meetings: `before` ends a page at an earlier one. */
export type MeetingFilter = {
  documentId?: string | undefined;
  projectId?: string | undefined;
  userId?: string | undefined;
  speaker?: string | undefined;
  outcome?: string | null | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  words?: string | undefined;
};

/** Reads and writes meetings whose transcript the principals may see. */
export function meetingRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen = { workspaceId, document: seenDocument({ principals }) };

  return {
    find: (id: string): Promise<StoredMeeting | null> =>
      tx.meeting.findFirst({ where: { ...seen, id }, include: withSpeakers }),

    findOf: (documentId: string): Promise<StoredMeeting | null> =>
      tx.meeting.findFirst({ where: { ...seen, documentId }, include: withSpeakers }),

    findMany: (ids: readonly string[]): Promise<StoredMeeting[]> =>
      tx.meeting.findMany({ where: { ...seen, id: { in: [...ids] } }, include: withSpeakers }),

    /** Lists meetings that go on no other, the latest first; those without a day come last. */
    list: (filter: MeetingFilter, wanted: Wanted): Promise<Page<StoredMeeting>> =>
      offsetPage("meetings", wanted, ({ limit, offset }) =>
        tx.meeting.findMany({
          where: chosen(seen, filter),
          orderBy: [{ beganAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
          take: limit,
          skip: offset,
          include: withSpeakers,
        }),
      ),

    count: (filter: MeetingFilter): Promise<number> =>
      tx.meeting.count({ where: chosen(seen, filter) }),

    /** Makes the meeting of a document, or writes over the one that it has. */
    put: async (documentId: string, row: MeetingRow): Promise<string> => {
      const { id } = await tx.meeting.upsert({
        where: { documentId },
        create: { id: newId("mtg"), workspaceId, documentId, ...row },
        update: row,
        select: { id: true },
      });
      return id;
    },

    update: async (id: string, changes: Prisma.MeetingUncheckedUpdateInput): Promise<void> => {
      await tx.meeting.updateMany({ where: { workspaceId, id }, data: changes });
    },

    removeOf: async (documentId: string): Promise<void> => {
      await tx.meeting.deleteMany({ where: { workspaceId, documentId } });
    },

    replaceSpeakers: async (meetingId: string, speakers: readonly NewSpeaker[]): Promise<void> => {
      await tx.meetingSpeaker.deleteMany({ where: { workspaceId, meetingId } });
      await tx.meetingSpeaker.createMany({
        data: speakers.map((each) => ({ ...each, meetingId, workspaceId })),
      });
    },

    updateSpeaker: async (
      meetingId: string,
      number: number,
      changes: Prisma.MeetingSpeakerUncheckedUpdateInput,
    ): Promise<void> => {
      await tx.meetingSpeaker.updateMany({
        where: { workspaceId, meetingId, number },
        data: changes,
      });
    },

    addSpeaker: async (
      meetingId: string,
      speaker: Pick<NewSpeaker, "number" | "name" | "labels" | "correctedBy">,
    ): Promise<void> => {
      await tx.meetingSpeaker.create({
        data: { ...speaker, meetingId, workspaceId, isGeneric: false, turns: 0, words: 0 },
      });
    },

    removeSpeaker: async (meetingId: string, number: number): Promise<void> => {
      await tx.meetingSpeaker.deleteMany({ where: { workspaceId, meetingId, number } });
    },

    turns: async (
      meetingId: string,
      { from = 1, to }: { from?: number; to?: number } = {},
    ): Promise<StoredTurn[]> => {
      const rows = await tx.meetingTurn.findMany({
        where: {
          meetingId,
          meeting: seen,
          number: { gte: from, ...(to !== undefined && { lte: to }) },
        },
        orderBy: { number: "asc" },
        omit: { meetingId: true, workspaceId: true },
      });
      return rows.map(({ marks, ...row }) => ({ ...row, marks: marksIn(marks) }));
    },

    /** Returns who speaks in turns of meetings, null where nobody is named, and which times are guessed. */
    spokenBy: async (
      places: readonly { meetingId: string; turns: readonly number[] }[],
    ): Promise<
      { meetingId: string; turn: number; name: string | null; isTimeGuessed: boolean }[]
    > => {
      const wanted = places.filter(({ turns }) => turns.length > 0);
      if (wanted.length === 0) return [];
      const turns = await tx.meetingTurn.findMany({
        where: {
          meeting: seen,
          OR: wanted.map(({ meetingId, turns: numbers }) => ({
            meetingId,
            number: { in: [...numbers] },
          })),
        },
        select: { meetingId: true, number: true, speaker: true, isTimeGuessed: true },
      });
      const speakers = await tx.meetingSpeaker.findMany({
        where: { workspaceId, meetingId: { in: wanted.map(({ meetingId }) => meetingId) } },
        select: { meetingId: true, number: true, name: true },
      });
      const names = new Map(
        speakers.map(({ meetingId, number, name }) => [`${meetingId} ${number}`, name]),
      );
      return turns.map(({ meetingId, number: turn, speaker, isTimeGuessed }) => ({
        meetingId,
        turn,
        name: names.get(`${meetingId} ${speaker}`) ?? null,
        isTimeGuessed,
      }));
    },

    /** The turns in which places of documents are. Places in no turn are left out. */
    spokenAt: (places: readonly TextPlace[]): Promise<SpokenPlace[]> => spokenAt(tx, seen, places),

    replaceTurns: async (meetingId: string, turns: readonly StoredTurn[]): Promise<void> => {
      await tx.meetingTurn.deleteMany({ where: { workspaceId, meetingId } });
      await tx.meetingTurn.createMany({
        data: turns.map(({ marks, ...turn }) => ({
          ...turn,
          marks: marks.map((mark) => [...mark]),
          meetingId,
          workspaceId,
        })),
      });
    },

    /** Moves turns to a speaker by a person's hand. Returns their number. */
    giveTurns: async (
      meetingId: string,
      numbers: readonly number[],
      speaker: number,
    ): Promise<number> => {
      const { count } = await tx.meetingTurn.updateMany({
        where: { workspaceId, meetingId, number: { in: [...numbers] } },
        data: { speaker, isMoved: true },
      });
      return count;
    },

    /** Moves all turns of a speaker to another one. */
    uniteTurns: async (meetingId: string, from: number, into: number): Promise<void> => {
      await tx.meetingTurn.updateMany({
        where: { workspaceId, meetingId, speaker: from },
        data: { speaker: into },
      });
    },

    /** The names of the topics of meetings, by their numbers. */
    topicsOf: (
      meetingIds: readonly string[],
    ): Promise<{ meetingId: string; topic: number | null; text: string }[]> =>
      tx.meetingFinding.findMany({
        where: { meeting: seen, meetingId: { in: [...meetingIds] }, kind: "topic" },
        select: { meetingId: true, topic: true, text: true },
      }),

    findings: (meetingId: string): Promise<StoredFinding[]> =>
      tx.meetingFinding.findMany({
        where: { meetingId, meeting: seen },
        orderBy: [{ kind: "asc" }, { position: "asc" }, { id: "asc" }],
      }),

    finding: (id: string): Promise<StoredFinding | null> =>
      tx.meetingFinding.findFirst({ where: { id, meeting: seen } }),

    updateFinding: async (
      id: string,
      changes: Prisma.MeetingFindingUncheckedUpdateInput,
    ): Promise<void> => {
      await tx.meetingFinding.updateMany({ where: { workspaceId, id }, data: changes });
    },

    /** Replaces what is found by what is found now. Those of `kept` stay. */
    replaceFindings: async (
      meetingId: string,
      findings: readonly NewFinding[],
      kept: readonly string[],
    ): Promise<void> => {
      await tx.meetingFinding.deleteMany({
        where: { workspaceId, meetingId, id: { notIn: [...kept] } },
      });
      await tx.meetingFinding.createMany({
        data: findings.map((each) => ({ id: newId("fnd"), ...each, meetingId, workspaceId })),
      });
    },
  };
}

function chosen(
  seen: Prisma.MeetingWhereInput,
  { documentId, projectId, userId, speaker, outcome, from, to, words }: MeetingFilter,
): Prisma.MeetingWhereInput {
  const spoken = {
    ...(userId && { userId }),
    ...(speaker && { name: { contains: speaker, mode: "insensitive" as const } }),
  };
  return {
    ...seen,
    ...(documentId ? { documentId } : { joinedInto: null }),
    ...(outcome !== undefined && { outcome }),
    ...((from ?? to) && { beganAt: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
    ...(words && { title: { contains: words, mode: "insensitive" as const } }),
    ...((userId ?? speaker) && { speakers: { some: spoken } }),
    AND: projectId ? [{ document: { projects: { some: { projectId } } } }] : [],
  };
}
