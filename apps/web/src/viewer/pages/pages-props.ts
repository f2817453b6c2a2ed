import type { Span } from "../place";
import type { PageView } from "./page-view";

/** The place that is shown: the page asked for, from 1, and the words to mark. `jump` changes with every wish to go there. */
export type Target = { page: number | null; span: Span | null; jump: number };

/** The properties of every component that shows the pages of a document. */
export type PagesProps = {
  documentId: string;
  format: string | null;
  pageCount: number;
  target: Target;
  /** The personal details to mark beside them, if any. */
  details: readonly Span[];
  /** The words that were found in the document, if somebody looks for some. */
  hits: readonly Span[];
  view: PageView;
  onPages: (count: number) => void;
  onVisible: (page: number) => void;
  /** Plays the recording from a time on, in milliseconds; absent for documents that are none. */
  onPlay?: (ms: number) => void;
};
