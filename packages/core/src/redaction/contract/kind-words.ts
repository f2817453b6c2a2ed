/** The kinds of details that can be replaced before a text leaves, and what may be done with each. */
export {
  redactionActions,
  redactionKinds,
} from "@besunny/document-model/statements/redaction-kinds";
