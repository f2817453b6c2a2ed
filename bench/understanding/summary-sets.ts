import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A text and the summary that a person wrote of it. */
export type Summarised = { text: string; reference: string };

/**
 * Returns the texts of a folder with their summaries: `NAME.txt` beside `NAME.summary`, meetings of QMSum as JSON, or meetings of AMI with
 * `ami-transcripts` beside `ami-summary/abstractive`.
 */
export async function summarisedIn(directory: string): Promise<Summarised[]> {
  if (existsSync(join(directory, "ami-transcripts"))) return amiMeetings(directory);
  const names = (await readdir(directory)).sort();
  const found: Summarised[] = [];
  for (const name of names) {
    if (name.endsWith(".json")) found.push(...qmsum(await textOf(directory, name)));
    const reference = `${name.slice(0, -".txt".length)}.summary`;
    if (name.endsWith(".txt") && names.includes(reference))
      found.push({
        text: await textOf(directory, name),
        reference: await textOf(directory, reference),
      });
  }
  return found;
}

async function amiMeetings(directory: string): Promise<Summarised[]> {
  const summaries = join(directory, "ami-summary/abstractive");
  const found: Summarised[] = [];
  for (const name of (await readdir(summaries)).sort()) {
    const meeting = name.replace(/\.abssumm\.txt$/, "");
    const transcript = join("ami-transcripts", `${meeting}.transcript.txt`);
    if (!existsSync(join(directory, transcript))) continue;
    found.push({
      text: await textOf(directory, transcript),
      reference: await textOf(summaries, name),
    });
  }
  return found;
}

type Meeting = {
  general_query_list: { query: string; answer: string }[];
  meeting_transcripts: { speaker: string; content: string }[];
};

/** The meeting as lines of speakers, if it has a summary of the whole. */
function qmsum(json: string): Summarised[] {
  const { general_query_list: queries, meeting_transcripts: turns }: Meeting = JSON.parse(json);
  const [whole] = queries.filter(({ query }) => /summari[sz]e the (?:whole )?meeting/i.test(query));
  if (!whole) return [];
  const text = turns.map(({ speaker, content }) => `${speaker}: ${content}`).join("\n\n");
  return [{ text, reference: whole.answer }];
}

async function textOf(directory: string, name: string): Promise<string> {
  return readFile(join(directory, name), "utf8");
}
