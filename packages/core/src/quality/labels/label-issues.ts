import type { NewIssue } from "@besunny/db/workspace/quality/data-issues";
import type { IssueKind } from "../contract/issue-words";
import { alikeGroups } from "./alike-groups";
import { suspectLabels } from "./suspect-labels";

export const labelKinds = [
  "label_wrong",
  "label_contradiction",
] as const satisfies readonly IssueKind[];

export type LabelToCheck = {
  documentId: string;
  label: string;
  source: string;
  textHash: string | null;
  bands: readonly number[];
  vector: Float32Array | null;
};

/** Returns the labels that look wrong, and those that contradict the label of a document with nearly the same text. */
export function labelIssues(labels: readonly LabelToCheck[]): NewIssue[] {
  const groups = alikeGroups(labels);
  const judged = labels.flatMap(({ vector, label }, at) =>
    vector ? [{ vector, label, group: groups[at] ?? at, place: at }] : [],
  );
  const wrong = suspectLabels(judged).flatMap(({ at, label, likely, margin }) => {
    const document = labels[judged[at]?.place ?? -1];
    return document
      ? [
          issue(document, "label_wrong", "medium", {
            label,
            likely,
            margin: Math.round(100 * margin) / 100,
          }),
        ]
      : [];
  });
  return [...wrong, ...contradictions(labels, groups)];
}

function contradictions(labels: readonly LabelToCheck[], groups: readonly number[]): NewIssue[] {
  const members = Map.groupBy(
    labels.map((label, at) => ({ ...label, group: groups[at] ?? at })),
    ({ group }) => group,
  );
  return [...members.values()].flatMap((group) =>
    group.flatMap((document) => {
      const other = group.find(({ label }) => label !== document.label);
      return other
        ? [
            issue(document, "label_contradiction", "medium", {
              label: document.label,
              of: other.documentId,
              otherLabel: other.label,
            }),
          ]
        : [];
    }),
  );
}

function issue(
  { documentId, source }: LabelToCheck,
  kind: IssueKind,
  severity: string,
  details: NewIssue["details"],
): NewIssue {
  return { documentId, kind, severity, source, details, texts: [] };
}
