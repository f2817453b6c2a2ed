import type { StatedFact } from "@besunny/document-model/parsed-document";
import type { DocumentInput } from "../../ai";

const HEAD = 4_000;
const mails = new Set(["eml", "msg"]);

/** Returns who sent a mail, to whom, and its subject, as its headers say. The text begins with its subject and its headers. */
export function headersOf({
  format,
  text,
  metadata,
}: Pick<DocumentInput, "format" | "text" | "metadata">): StatedFact[] {
  if (!mails.has(format)) return [];
  const head = text.slice(0, HEAD);
  const fact = (name: string, element: string, value: string, label: string): StatedFact[] => {
    const said = value.trim();
    if (said === "") return [];
    const at = head.indexOf(`${label}${said}`);
    const start = at + label.length;
    return [
      {
        name,
        value: said,
        element,
        ...(at >= 0 && { span: [start, start + said.length] as [number, number] }),
      },
    ];
  };
  return [
    ...fact("sender", "From", written(metadata.from), "From: "),
    ...fact("recipient", "To", written(metadata.to), "To: "),
    ...fact("subject", "Subject", written(metadata.subject), ""),
  ];
}

function written(header: unknown): string {
  return [header]
    .flat()
    .filter((each) => typeof each === "string")
    .join(", ");
}
