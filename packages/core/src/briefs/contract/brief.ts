import { z } from "zod";
import { count, day, idIn, instant } from "../../shapes";

/** A moment in stored JSON. */
const stored = z.coerce.date();

/** The place that a statement rests on: words of a transcript or another document. */
const Source = z.object({
  documentId: idIn("doc"),
  title: z.string(),
  quote: z.string().nullable(),
  span: z.tuple([count, count]).nullable(),
});

/** The statements of a brief, each with its source. Sections of which nothing is known are empty. */
export const BriefContent = z.object({
  people: z.array(z.object({ name: z.string(), userId: idIn("usr").nullable() })),
  lastTime: z
    .object({ meetingId: idIn("mtg"), title: z.string(), beganAt: stored, source: Source })
    .nullable(),
  actions: z.array(
    z.object({
      id: idIn("act"),
      text: z.string(),
      owner: z.string().nullable(),
      dueOn: day.nullable(),
      isConfirmed: z.boolean(),
      source: Source,
    }),
  ),
  decisions: z.array(
    z.object({
      id: idIn("dec"),
      text: z.string(),
      decidedAt: stored.nullable(),
      isConfirmed: z.boolean(),
      source: Source,
    }),
  ),
  changed: z.array(z.object({ source: Source, isNew: z.boolean() })),
  unread: z.array(z.object({ source: Source })),
});
export type BriefContent = z.infer<typeof BriefContent>;
export type BriefSource = z.infer<typeof Source>;

/** The event of a brief, by its source and its id there. */
export const BriefRef = z.object({
  sourceId: z.string().regex(/^src_[0-9A-Za-z_]{1,56}$/, "Give an id that begins with src_"),
  externalId: z.string().min(1).max(1024),
});

/** A meeting to come, with what its person is to know. `hasNothing` is true where nothing is known but who is invited. */
export const Brief = BriefRef.extend({
  title: z.string(),
  beganAt: instant,
  endedAt: instant,
  zone: z.string().nullable(),
  joinUrl: z.string().nullable(),
  madeAt: instant,
  content: BriefContent,
  hasNothing: z.boolean(),
  sentence: z.string().nullable(),
});
export type Brief = z.infer<typeof Brief>;

/** The documents that the statements of a brief rest on. */
export function sourcesOf({ lastTime, ...lists }: BriefContent): string[] {
  const { actions, decisions, changed, unread } = lists;
  const all = [...(lastTime ? [lastTime] : []), ...actions, ...decisions, ...changed, ...unread];
  return [...new Set(all.map(({ source }) => source.documentId))];
}

/** Returns a brief without the statements whose document is not among these. */
export function onlyFrom(content: BriefContent, seen: ReadonlySet<string>): BriefContent {
  const isSeen = ({ source }: { source: BriefSource }) => seen.has(source.documentId);
  const { people, lastTime, actions, decisions, changed, unread } = content;
  return {
    people,
    lastTime: lastTime && isSeen(lastTime) ? lastTime : null,
    actions: actions.filter(isSeen),
    decisions: decisions.filter(isSeen),
    changed: changed.filter(isSeen),
    unread: unread.filter(isSeen),
  };
}
