import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { parseCalendar, textOfProperty } from "./calendar/calendar";

const names: Record<string, string> = {
  ORG: "Organisation",
  TITLE: "Title",
  ROLE: "Role",
  EMAIL: "Email",
  TEL: "Telephone",
  ADR: "Address",
  URL: "Web",
  BDAY: "Birthday",
  NOTE: "Note",
};

/** Adds contact cards, each under a heading with its details. */
export function addContacts(builder: DocumentBuilder, text: string) {
  for (const { name, properties } of parseCalendar(text.replace(/=\r?\n/g, ""))) {
    if (name !== "VCARD") continue;
    const full = properties.find((property) => property.name === "FN");
    const parts = properties.find((property) => property.name === "N");
    const title = full
      ? textOfProperty(full)
      : parts
        ? textOfProperty(parts).split(";").slice(0, 2).reverse().join(" ").trim()
        : "Contact";
    builder.add({ kind: "heading", level: 2, text: title });
    const lines = properties.flatMap((property) => {
      const label = names[property.name];
      const value = textOfProperty(property)
        .split(";")
        .map((part) => part.trim())
        .filter(Boolean)
        .join(", ");
      return label && value ? [`${label}: ${value}`] : [];
    });
    builder.add({ kind: "paragraph", text: lines.join("\n") });
  }
}
