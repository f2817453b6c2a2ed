type Change = {
  subject: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** One field of one subject, before and after; null where there was nothing. */
export type FieldChange = {
  subject: string;
  field: string;
  before: string | null;
  after: string | null;
};

/** Returns the changes of a row field by field, in words a person can compare. */
export function fieldChangesOf(changes: readonly Change[]): FieldChange[] {
  return changes.flatMap(({ subject, before, after }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({
      subject,
      field,
      before: asText(before[field]),
      after: asText(after[field]),
    })),
  );
}

/** Returns a value as text: words as they are, all else as JSON; null for nothing. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
