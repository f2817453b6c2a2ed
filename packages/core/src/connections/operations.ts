import { beginConnecting } from "./begin-connecting";
import { connectMailbox } from "./connect-mailbox";
import { disconnect } from "./disconnect";
import { endConnection } from "./end-connection";
import { findConnection } from "./find-connection";
import { findConsent } from "./find-consent";
import { finishConnecting } from "./finish-connecting";
import { giveRefreshBack } from "./give-refresh-back";
import { keepConnection } from "./keep-connection";
import { keepConsent } from "./keep-consent";
import { keepTokens } from "./keep-tokens";
import { listConnections } from "./list-connections";
import { listProviders } from "./list-providers";
import { listWatches } from "./list-watches";
import { noteTrouble } from "./note-trouble";
import { planConnection } from "./plan-connection";
import { readTokens } from "./read-tokens";
import { reconnect } from "./reconnect";
import { takeRefresh } from "./take-refresh";
import { testConnection } from "./test-connection";
import { tokenOf } from "./token-of";

/** Every operation of the slice. */
export const connectionsOperations = [
  beginConnecting,
  connectMailbox,
  disconnect,
  endConnection,
  findConnection,
  findConsent,
  finishConnecting,
  giveRefreshBack,
  keepConnection,
  keepConsent,
  keepTokens,
  listConnections,
  listProviders,
  listWatches,
  noteTrouble,
  planConnection,
  readTokens,
  reconnect,
  takeRefresh,
  testConnection,
  tokenOf,
] as const;
