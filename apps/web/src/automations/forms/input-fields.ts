import type { Listed } from "../words/values-of";

/** One field of the input of an action: its name, the control that fills it, and what it is chosen from. */
export type InputField = {
  name: string;
  control: "one" | "several" | "people" | "number" | "yesno" | "template" | "text";
  listed: Listed | null;
  choices?: string[];
};

const listedBy: Record<string, Listed> = {
  type: "types",
  projectId: "projects",
  tags: "tags",
  people: "people",
  userId: "people",
  userIds: "people",
  ownerId: "people",
  personId: "people",
  endpointId: "endpoints",
};
const templates = new Set(["title", "text", "message", "body", "question", "note"]);

/** Reads the fields of an input from its JSON schema. A part that no control fits is left out: it keeps its value. */
export function inputFieldsOf(schema: Record<string, unknown>): InputField[] {
  return Object.entries(recordOf(schema.properties)).flatMap(([name, given]): InputField[] => {
    const of = recordOf(given);
    const listed = Object.hasOwn(listedBy, name) ? (listedBy[name] ?? null) : null;
    const choices = textsOf(of.enum);
    if (name === "to" && of.type === "array") return [{ name, control: "people", listed: null }];
    if (of.type === "array")
      return recordOf(of.items).type === "string" ? [{ name, control: "several", listed }] : [];
    if (choices.length > 0) return [{ name, control: "one", listed: null, choices }];
    if (of.type === "number" || of.type === "integer") return [{ name, control: "number", listed }];
    if (of.type === "boolean") return [{ name, control: "yesno", listed }];
    if (of.type !== "string") return [];
    if (listed) return [{ name, control: "one", listed }];
    return [{ name, control: templates.has(name) ? "template" : "text", listed }];
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
