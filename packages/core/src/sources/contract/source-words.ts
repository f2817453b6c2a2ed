export {
  itemStates,
  type Provider,
  providerOf,
  providers,
  retriedSkips,
  type SourceKind,
  type SourceState,
  type SourceVisibility,
  skipReasons,
  sourceKinds,
  sourceStates,
  sourceVisibilities,
} from "@besunny/connectors/sources/source-words";
