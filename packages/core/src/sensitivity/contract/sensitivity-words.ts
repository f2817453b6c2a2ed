/** The kinds of rules: for one document, or for all of a type, with a tag, or in a project. */
export const sensitivityKinds = ["document", "type", "tag", "project"] as const;
