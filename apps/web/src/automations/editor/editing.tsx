"use client";

import type { Definition } from "@besunny/rules/definition";
import { createContext, use } from "react";

import type { Problem } from "../definition/problems-at";

/** The part of the editor whose form is open. */
export type Selected = "trigger" | "when" | { id: string } | null;

/** The definition, its problems and the part that is open: the list and the canvas share them. */
export type Editing = {
  definition: Definition;
  problems: readonly Problem[];
  selected: Selected;
  isReadOnly: boolean;
  change: (definition: Definition) => void;
  select: (part: Selected) => void;
};

const EditingContext = createContext<Editing | null>(null);

export const EditingProvider = EditingContext.Provider;

/** Returns the definition that is being edited, and how to change it. */
export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error("useEditing belongs inside an EditingProvider");
  return editing;
}

/** Returns the key of a part, as its row carries it. */
export function keyOfPart(part: Exclude<Selected, null>): string {
  return typeof part === "object" ? part.id : `part:${part}`;
}
