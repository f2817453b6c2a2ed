import type { Repositories } from "@besunny/db/database";

import { conflict, notFound } from "../../errors";
import { type CustomField, fieldOf } from "./custom-field";

type Tools = Pick<Repositories, "customFields">;

/** Returns a field of the workspace. Throws `NOT_FOUND` if there is none. */
export async function findField({ customFields }: Tools, id: string): Promise<CustomField> {
  return fieldOf((await customFields.find(id)) ?? notFound("Field", id));
}

/** Returns a field that offers values. Throws `CONFLICT` for a field of another kind. */
export async function findList(tools: Tools, id: string): Promise<CustomField> {
  const field = await findField(tools, id);
  if (field.kind === "list") return field;
  return conflict(`“${field.name}” is no list`, "Only a list offers values.");
}
