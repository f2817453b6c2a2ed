import type {
  DocumentFeatures,
  LabelledDocument,
  LikeDocument,
  TypeDefinition,
  Understanding,
} from "../../ai";

export function isTwin({ likeness }: LikeDocument): boolean {
  return likeness >= 0.9;
}
export function followExamples(
  guess: Understanding["type"],
  features: DocumentFeatures | null,
  taxonomy: readonly TypeDefinition[],
): Pick<Understanding, "type" | "like"> {
  return { type: guess, like: [] };
}
