import { cleared, inWorkspace, kept, ofPlatform, type Store, takenOut, theirs } from "../store";

const perPerson = kept("It is of a person, and not of a workspace.");
const ofPerson = { export: perPerson, erase: perPerson };

/** The ways by which people prove who they are. */
export const waysInTables = {
  AddressProof: ofPlatform({
    table: "address_proofs",
    holds: "links that prove an address",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
  TotpFactor: ofPlatform({
    table: "totp_factors",
    holds: "sealed secrets of authenticator apps",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["sealed_secret"],
  }),
  RecoveryCode: ofPlatform({
    table: "recovery_codes",
    holds: "hashes of recovery codes",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["code_hash"],
  }),
  Passkey: ofPlatform({
    table: "passkeys",
    holds: "public keys of passkeys, with their names",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["public_key"],
  }),
  SignInChallenge: ofPlatform({
    table: "sign_in_challenges",
    holds: "sign-ins that wait for an answer",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
  ExternalIdentity: ofPlatform({
    table: "external_identities",
    holds: "people of another server, by issuer and subject",
    workspace: ofPerson,
    people: { user_id: theirs },
  }),
  SignInPolicy: inWorkspace({
    table: "sign_in_policies",
    holds: "the sign-in policy",
    people: { break_glass_ids: takenOut },
  }),
  SsoConnection: inWorkspace({
    table: "sso_connections",
    holds: "the sign-in of the organisation",
    people: { tested_by_id: cleared },
    secrets: ["sealed_client_secret"],
  }),
  SsoDomain: inWorkspace({ table: "sso_domains", holds: "domains of the organisation" }),
  SsoIdentity: inWorkspace({
    table: "sso_identities",
    holds: "people whom the organisation's sign-in knows",
    people: { user_id: theirs },
  }),
  SsoAttempt: inWorkspace({
    table: "sso_attempts",
    holds: "sign-ins that are on their way",
    workspace: { export: kept("It runs out within ten minutes."), erase: "rows" },
    people: { user_id: theirs },
    secrets: ["state_hash", "ticket_hash", "sealed_secret"],
  }),
  SsoUsedId: inWorkspace({
    table: "sso_used_ids",
    holds: "assertions that were taken, until they run out",
    workspace: { export: kept("It names assertions, and nobody."), erase: "rows" },
  }),
} satisfies Partial<Record<string, Store>>;
