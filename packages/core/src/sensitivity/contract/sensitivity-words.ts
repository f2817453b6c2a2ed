/** What a rule names: one document, or all of a type, with a tag, or in a project. */
export const sensitivityKinds = ["document", "type", "tag", "project"] as const;
