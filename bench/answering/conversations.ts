import type { Report } from "../report";
import type { Earlier } from "./ask";
import { askAndJudge } from "./judged";
import { readCollections, readConversations } from "./set";
import { type Judgment, tally } from "./tally";
import { openDesks } from "./workspaces";

type Options = { conversations: string; data?: string; keep?: string; url?: string };

/** Leads conversations of several turns, each turn with the turns before it, and judges every answer. */
export async function conversations({ conversations: file, ...given }: Options): Promise<Report> {
  const { deskOf, close } = await openDesks(given, readCollections(file));
  try {
    const results: Judgment[] = [];
    let whole = 0;
    const all = readConversations(file);
    for (const { id, collection, turns } of all) {
      const desk = await deskOf(collection);
      const history: Earlier[] = [];
      const before = results.length;
      for (const [index, turn] of turns.entries()) {
        const { judgment, earlier } = await askAndJudge(desk, turn, history, `${id}.${index + 1}`);
        history.push(earlier);
        results.push({
          ...judgment,
          groups: [`turn ${index + 1}`, `collection ${collection}`],
        });
      }
      if (results.slice(before).every(isGood)) whole += 1;
    }
    return {
      conversations: all.length,
      whole_right: (100 * whole) / all.length,
      ...tally(results),
    };
  } finally {
    await close();
  }
}

function isGood({ outcome }: Judgment): boolean {
  return outcome === "first_sentence" || outcome === "declined_rightly";
}
