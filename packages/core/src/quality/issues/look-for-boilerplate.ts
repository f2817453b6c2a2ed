import { findBoilerplate } from "@besunny/document-model/cleaning/boilerplate";
import { lineKeyOf } from "@besunny/document-model/cleaning/lines-of";
import { z } from "zod";
import { command } from "../../operation/command";
import { count } from "../../shapes";

const SENDERS = 20;
const LEAST_MAILS = 5;
const MOST_MAILS = 60;
const MOST_LINES = 40;

/** Looks for lines that most mails of a sender repeat, for the next senders in order. Returns the sender to go on after; null at the end. */
export const lookForBoilerplate = command("quality.look-for-boilerplate", {
  title: "Look for lines that a sender's mails repeat",
  permission: "quality.work",
  input: z.object({ after: z.string().max(1000) }),
  output: z.object({ next: z.string().nullable(), found: count }),
  doors: ["job"],
  audit: { notAudited: "Issues are derived from documents and say nothing new." },
  timeoutSeconds: 120,

  async handle({ dataIssues, clock }, { after }) {
    const senders = await dataIssues.listSenders(after, LEAST_MAILS, SENDERS);
    let found = 0;
    for (const sender of senders) {
      const mails = await dataIssues.listTextsOf(sender, MOST_MAILS);
      const repeated = findBoilerplate(mails.map(({ text }) => text)).slice(0, MOST_LINES);
      const issues = mails.flatMap(({ documentId, source, text }) => {
        const keys = new Set(text.split("\n").map(lineKeyOf));
        const own = repeated.filter(({ key }) => keys.has(key));
        if (own.length === 0) return [];
        return [
          {
            documentId,
            kind: "boilerplate",
            severity: "low",
            source,
            details: { lines: own.length, mails: Math.max(...own.map(({ texts }) => texts)) },
            texts: own.map(({ line }) => line),
          },
        ];
      });
      const documentIds = mails.map(({ documentId }) => documentId);
      await dataIssues.keep({ documentIds, kinds: ["boilerplate"] }, issues, clock());
      found += issues.length;
    }
    return { next: senders.length === SENDERS ? (senders.at(-1) ?? null) : null, found };
  },
});
