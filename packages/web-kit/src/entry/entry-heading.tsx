import type { ReactNode } from "react";

/** The title of a page for people who are not signed in, and what to know before its fields. */
export function EntryHeading({ title, lead }: { title: string; lead?: ReactNode }) {
  return (
    <>
      <h1 className="font-semibold text-xl">{title}</h1>
      {lead && <p className="mt-1 text-n11">{lead}</p>}
    </>
  );
}
