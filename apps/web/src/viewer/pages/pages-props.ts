import type { Span } from "../place";

/** The properties of every component that shows the pages of a document. */
export type PagesProps = {
  documentId: string;
  format: string | null;
  pageCount: number;
  /** The page that was asked for, from 1. */
  page: number | null;
  /** The words to mark. */
  span: Span | null;
  /** The personal details to mark beside them, if any. */
  details: readonly Span[];
  /** Of a page, in CSS pixels. */
  width: number;
  onPages: (count: number) => void;
  onVisible: (page: number) => void;
};
