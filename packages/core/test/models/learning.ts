import type { DocumentFeatures, DocumentInput } from "@besunny/ai/ai";
import { followHeads } from "@besunny/ai/heads/follow-heads";
import { groupAlike } from "@besunny/ai/heads/group-alike";
import { mostHelpful } from "@besunny/ai/heads/most-helpful";
import { recalibrateHead } from "@besunny/ai/heads/recalibrate-head";
import { trainHead } from "@besunny/ai/heads/train-head";
import { DIMENSIONS } from "@besunny/ai/minilm/embedding-model";
import { decideAll } from "@besunny/ai/understanding/decide/decide-all";
import { followExamples } from "@besunny/ai/understanding/type/nearest";
import { featuresOf, featuresVersion } from "@besunny/ai/understanding/type/nearest-features";
import { queryOnce } from "@besunny/db/test/fresh-database";

import type { WorkspaceContext } from "../../src/context";
import { aContext } from "../contexts";
import {
  aModel,
  anUnderstanding,
  process as processed,
  uploadText,
  wordVectors,
} from "../documents";

type Index = NonNullable<NonNullable<Parameters<typeof aContext>[0]>["index"]>;

const words = {
  memo: ["memorandum", "staff", "parking", "office", "notice", "cafeteria", "holiday", "building"],
  recipe: ["flour", "butter", "oven", "whisk", "sugar", "bake", "dough", "vanilla"],
  permit: ["permit", "municipality", "granted", "applicant", "zoning", "crane", "scaffold", "road"],
};
export type Kind = keyof typeof words;

/** A text of a kind that is no twin of others of the kind. A third of its words are the kind's, the others depend on `number`. */
export function textOf(kind: Kind, number: number): string {
  const own = words[kind];
  const letter = (value: number) => String.fromCodePoint(97 + (value % 26));
  return Array.from({ length: 60 }, (_, at) =>
    at % 3 === 0
      ? own[(number * 5 + at * (number + 1)) % own.length]
      : `${letter(number * 3 + at)}${letter(at * at + number)}${letter(at + 7)}${kind[0]}`,
  ).join(" ");
}

function read(document: DocumentInput): DocumentFeatures | null {
  const vector = new Float32Array(DIMENSIONS);
  for (const [index, kind] of Object.values(words).entries())
    for (const word of kind)
      if (document.text.includes(word)) vector[index] = 1 + (vector[index] ?? 0);
  return featuresOf({ document, chunks: [{ span: [0, document.text.length], vector }] });
}

/** A person whose documents are understood by examples and by heads as the product does it; the shipped model knows nothing. */
export async function aLearner(index: Index) {
  let text = "";
  const ctx = await aContext({
    role: "owner",
    index,
    reader: { read: async () => aModel(text) },
    ai: {
      ...wordVectors,
      featuresVersion,
      understand: async (document, taxonomy) => {
        const features = read(document);
        const guess = { name: null, confidence: null, candidates: [], evidence: [] };
        const followed = followExamples(guess, features, taxonomy);
        const { type, like, head } = followHeads(followed, document, { features, taxonomy });
        return anUnderstanding({ type, like, features, ...(head && { head }) });
      },
      decideTypes: (input) => decideAll(input, (step) => step()),
      trainHead: (input) => trainHead(input),
      recalibrateHead: async (input) => recalibrateHead(input),
      mostHelpful: async (documents, most) => mostHelpful(documents, most),
      groupAlike: async (documents) => groupAlike(documents),
    },
  });
  const add = async (written: string, title?: string) => {
    text = written;
    const { document } = await uploadText(ctx, written, title ? { fileName: `${title}.txt` } : {});
    await processed(ctx, document.id);
    return document.id;
  };
  return { ctx, add };
}

/** Runs SQL in a workspace as the application's role. */
export function inSql(ctx: Pick<WorkspaceContext, "workspaceId">, sql: string) {
  const url = new URL(process.env.TEST_APP_URL ?? "");
  url.searchParams.set("options", `-c app.workspace_id=${ctx.workspaceId}`);
  return queryOnce(url.toString(), sql);
}
