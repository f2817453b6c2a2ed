import { z } from "zod";
import { Evidence, type Locator } from "../../understanding/contract/statements";
import type { Citation } from "../contract/answer";

type Document = { id: string; title: string };

export type Citer = ReturnType<typeof createCiter>;

/** Numbers the sources of an answer from 1 in the order in which the answer is read. Each source has one number. */
export function createCiter() {
  const citations: Citation[] = [];

  /** Returns the number of a place in a document, which its marker shows, such as `[2]`. */
  function cite({ id, title }: Document, evidence: Evidence, page = pageOf(evidence.at)): number {
    const [start, end] = evidence.span;
    const known = citations.find(
      ({ documentId, span }) => documentId === id && span[0] === start && span[1] === end,
    );
    if (known) return known.n;
    const n = citations.length + 1;
    citations.push({ ...evidence, n, documentId: id, title, page });
    return n;
  }

  /** Cites the evidence that is stored with a fact or a sentence, and returns its numbers. */
  function citeAll(document: Document, stored: unknown, most = 1): number[] {
    const parsed = z.array(Evidence).safeParse(stored);
    const proven = parsed.success ? parsed.data.filter(({ isProven }) => isProven) : [];
    return proven.slice(0, most).map((evidence) => cite(document, evidence));
  }

  return { citations, cite, citeAll };
}

function pageOf(at: Locator): number {
  if ("page" in at && at.page) return at.page;
  return "slide" in at ? at.slide : 1;
}

/** Returns the markers of sources, to follow what they prove. */
export function markers(numbers: readonly number[]): string {
  return numbers.map((n) => ` [${n}]`).join("");
}
