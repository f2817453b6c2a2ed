import {
  type RedactionAction,
  type RedactionKind,
  redactionKinds,
  usualAction,
} from "@besunny/document-model/statements/redaction-kinds";

/** The action for each kind of detail. */
export type RedactionActions = Record<RedactionKind, RedactionAction>;

/** The rules of a workspace for texts that leave. */
export type RedactionRules = {
  /** True if a text may leave only if every detector could read it. */
  isStrict: boolean;
  actions: RedactionActions;
};

/** The rules where nobody chose others. */
export const usualActions: RedactionActions = actionsOf(usualAction);

/** Every kind is replaced. */
export const everyKindReplaced: RedactionActions = actionsOf(() => "replace");

function actionsOf(choose: (kind: RedactionKind) => RedactionAction): RedactionActions {
  const chosen = Object.fromEntries(redactionKinds.map((kind) => [kind, choose(kind)]));
  // The keys are those of the list, whose names the type of `Object.fromEntries` loses.
  return chosen as RedactionActions;
}
