import { z } from "zod";
import { readModel } from "../content/contract/parsed-document-file";
import { meetingId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { TurnPlace } from "./contract/meeting";
import { findTurns } from "./find-turns";

/** Returns turns with their words, in the order of the meeting. With `words`, only those that hold them, in small or capital letters. */
export const getTranscript = flow("meetings.get-transcript", {
  title: "Show the words of a meeting",
  permission: "document.read",
  input: z.object({
    id: meetingId,
    from: z.number().int().min(1).default(1).meta({ description: "The number of the first turn" }),
    limit: z.number().int().min(1).max(1_000).default(300),
    words: z.string().trim().min(1).max(200).optional(),
  }),
  output: z.object({
    items: z.array(
      TurnPlace.extend({
        name: z.string().nullable(),
        text: z.string(),
        marks: z
          .array(z.tuple([count, count]))
          .meta({ description: "Places in `text` where a sentence begins, with its millisecond" }),
      }),
    ),
    total: count,
    next: count.nullable().meta({ description: "The turn to go on from; null at the end" }),
  }),
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ caller, files }, { id, from, limit, words }) {
    const { modelKey, speakers, turns } = await findTurns(caller, { id });
    const { text } = await readModel(files, modelKey);
    const names = new Map(speakers.map(({ number, name }) => [number, name]));
    const wanted = words?.toLowerCase();
    const chosen = turns.filter(
      ({ number, spanStart, spanEnd }) =>
        number >= from &&
        (!wanted || text.slice(spanStart, spanEnd).toLowerCase().includes(wanted)),
    );
    const items = chosen
      .slice(0, limit)
      .map(({ spanStart, spanEnd, marks, isMoved: _, ...turn }) => ({
        ...turn,
        span: [spanStart, spanEnd] as [number, number],
        name: names.get(turn.speaker ?? 0) ?? null,
        text: text.slice(spanStart, spanEnd),
        marks: marks.map(([place, ms]): [number, number] => [
          Math.max(0, place - spanStart),
          Math.round(ms),
        ]),
      }));
    return {
      items,
      total: wanted ? chosen.length : turns.length,
      next: chosen[limit]?.number ?? null,
    };
  },
});
