export {
  type NamedKind as EntityKind,
  namedKinds as entityKinds,
} from "@besunny/document-model/statements/entity-key";
